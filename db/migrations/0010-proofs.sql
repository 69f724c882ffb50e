-- What an owner says is done, action by action, and what shows it.

create table action_proofs (
  diagnostic_id uuid not null references diagnostics on delete cascade,
  action_id text not null,
  note text not null default '' constraint proof_note_is_short check (length(note) <= 500),
  declared_at timestamptz not null,
  constraint an_action_is_done_once primary key (diagnostic_id, action_id)
);
comment on table action_proofs is 'Declared by the owner; nobody has verified it.';

-- Diagnostics that staff enter for an owner: by telephone, on a visit, or from paper.

alter table answer_events add column entered_by uuid references people on delete set null;
alter table answer_events add constraint nobody_enters_online_for_another
  check (channel <> 'web' or entered_by is null);
create index answer_events_by_enterer on answer_events (entered_by) where entered_by is not null;
comment on column answer_events.entered_by is 'The member of staff who typed what the owner said; null: the owner.';

-- An answer stays as it was given; only who typed it may be forgotten, when that person is.
drop trigger answer_events_are_append_only on answer_events;
create trigger answer_events_are_append_only
  before update of id, diagnostic_id, question_id, option_id, source, channel, answered_at on answer_events
  for each row execute function refuse_change();
create trigger who_entered_is_only_forgotten before update of entered_by on answer_events
  for each row when (new.entered_by is not null) execute function refuse_change();

create table entries (
  key uuid primary key,
  diagnostic_id uuid references diagnostics on delete cascade,
  channel text not null constraint entry_channel_is_known check (channel in ('phone', 'paper', 'adviser')),
  entered_by uuid references people on delete set null,
  entered_at timestamptz not null
);
create index entries_by_diagnostic on entries (diagnostic_id);
create index entries_by_enterer on entries (entered_by) where entered_by is not null;
comment on column entries.key is 'Comes with the form: sent twice, it begins one diagnostic.';

create table short_addresses (
  code text primary key constraint short_code_is_readable check (code ~ '^[a-hjkmnp-z2-9]{10}$'),
  diagnostic_id uuid not null references diagnostics on delete cascade,
  made_by uuid references people on delete set null,
  expires_at timestamptz not null
);
create index short_addresses_by_diagnostic on short_addresses (diagnostic_id);
create index short_addresses_by_maker on short_addresses (made_by) where made_by is not null;
comment on table short_addresses is 'A way to a diagnostic that can be read out on the telephone; it ends.';

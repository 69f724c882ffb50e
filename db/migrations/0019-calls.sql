-- Advisers telephone owners: what came of it, when to call again, and who wants to be left alone.

create table calls (
  id uuid primary key default gen_random_uuid(),
  business_id uuid not null references businesses on delete cascade,
  made_by uuid not null references people,
  made_at timestamptz not null,
  outcome text not null constraint call_outcome_is_known
    check (outcome in ('reached', 'no-answer', 'call-back', 'wrong-number', 'refused', 'note')),
  note text not null default '',
  next_call_on date,
  form_key text constraint one_call_per_form unique,
  constraint a_note_says_something check (outcome <> 'note' or note <> '')
);
create index calls_of_business on calls (business_id, made_at desc);
create index calls_to_make on calls (next_call_on) where next_call_on is not null;
comment on column calls.outcome is 'note: written without a call.';
comment on column calls.next_call_on is 'The day to call again, as agreed; the newest line of a business counts.';

create table contact_refusals (
  business_id uuid primary key references businesses on delete cascade,
  refused_at timestamptz not null,
  noted_by uuid not null references people
);
comment on table contact_refusals is 'Do not contact: nobody calls or writes to it, whatever list it is on.';

-- A session moves or is called off: each change is kept once, and who holds a seat is told of it once.

alter table training_sessions add column version integer not null default 0;
comment on column training_sessions.version is 'Raised by each change: of two people who change the session at once, one learns that it changed meanwhile.';

create table session_changes (
  training_session_id uuid not null references training_sessions on delete cascade,
  version integer not null,
  kind text not null constraint session_change_is_known check (kind in ('moved', 'called-off')),
  was_starts_at timestamptz not null,
  was_zone text not null,
  message text,
  told integer not null,
  form_key text constraint one_change_per_form unique,
  changed_by uuid not null references people,
  changed_at timestamptz not null,
  primary key (training_session_id, version)
);
comment on column session_changes.version is 'Of the session, once changed.';
comment on column session_changes.message is 'Why it is called off, in the words of who did.';
comment on column session_changes.told is 'How many held a seat, and get a mail.';
comment on column session_changes.form_key is 'Random value of the page that asked: a second click carries the same one.';

-- What a person still believes of a session that has changed; empty again once the mail is written.
alter table bookings
  add column believed_starts_at timestamptz,
  add column believed_zone text,
  add constraint belief_is_whole check ((believed_starts_at is null) = (believed_zone is null));

alter table reminders
  drop constraint reminder_kind_is_known,
  add constraint reminder_kind_is_known check (kind in ('day-before', 'hour-before', 'ten-minutes-before'));

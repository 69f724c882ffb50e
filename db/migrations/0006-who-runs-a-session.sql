-- A session is run by a member of the team, whom a name alone does not tell from a namesake; and the form that
-- schedules one is sent twice by a double click.

alter table training_sessions
  add column trainer_person_id uuid references people,
  add column form_key text constraint one_session_per_form unique;
create index training_sessions_by_trainer on training_sessions (trainer_person_id, starts_at);
comment on column training_sessions.trainer is 'The name as announced, kept as it was that day.';
comment on column training_sessions.trainer_person_id is 'Who sees the session as its trainer; null when nobody of the team was named.';
comment on column training_sessions.form_key is 'Random value of the page that scheduled: a second click carries the same one.';

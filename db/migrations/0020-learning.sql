-- What follows a training: its quiz, the certificate, what people thought of it, and whether they did it.

create table quiz_attempts (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people on delete cascade,
  training_id text not null,
  release_id text not null references releases,
  form_key text not null,
  shown jsonb not null,
  answers jsonb not null,
  right_count integer not null,
  question_count integer not null,
  answered_at timestamptz not null,
  constraint one_attempt_per_form unique (person_id, training_id, form_key),
  constraint never_more_right_than_asked check (right_count between 0 and question_count and question_count > 0)
);
comment on table quiz_attempts is 'Every attempt, as it was made; the best one counts.';
comment on column quiz_attempts.release_id is 'The content that asked: the words of its questions are read there.';
comment on column quiz_attempts.shown is 'The questions with their options, in the order in which they were shown.';
comment on column quiz_attempts.form_key is 'Random value of the page that asked: a second click carries the same one.';
create trigger quiz_attempts_are_kept before update on quiz_attempts for each row execute function refuse_change();

create table certificates (
  id uuid primary key default gen_random_uuid(),
  code text not null constraint one_certificate_per_code unique,
  person_id uuid not null references people on delete cascade,
  training_id text not null,
  name text not null constraint a_certificate_names_somebody check (length(name) between 2 and 80),
  language text not null,
  title text not null,
  minutes integer not null,
  followed_on date not null,
  way text not null constraint way_of_following_is_known check (way in ('declared', 'present', 'watched')),
  right_count integer not null,
  question_count integer not null,
  programme jsonb not null,
  issued_at timestamptz not null,
  constraint one_certificate_per_person_and_training unique (person_id, training_id)
);
comment on table certificates is 'Issued once: all that is printed was copied when it was.';
comment on column certificates.name is 'As the person typed it to have it printed.';
comment on column certificates.programme is 'Who issued it: name, organisation and colours of that day.';
create trigger certificates_are_kept before update on certificates for each row execute function refuse_change();

create table certificate_mails (
  certificate_id uuid primary key references certificates on delete cascade,
  written_at timestamptz not null
);
comment on table certificate_mails is 'The one mail that tells of a certificate: outlives the mail itself.';

create table feedback (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people on delete cascade,
  training_id text not null,
  training_session_id uuid references training_sessions on delete cascade,
  usefulness text not null constraint usefulness_is_known check (usefulness in ('yes', 'so-so', 'no')),
  pace text constraint pace_is_known check (pace in ('slow', 'right', 'fast')),
  word text not null default '' constraint a_word_is_short check (length(word) <= 300),
  given_at timestamptz not null,
  changed_at timestamptz not null,
  constraint one_feedback_per_person unique nulls not distinct (person_id, training_id, training_session_id)
);
comment on column feedback.training_session_id is 'Empty: of a training that was followed by its replay.';
create index feedback_by_training on feedback (training_id);

create table follow_ups (
  booking_id uuid not null references bookings on delete cascade,
  kind text not null constraint follow_up_is_known check (kind in ('day-after', 'month-after')),
  claimed_at timestamptz not null,
  sent_at timestamptz,
  dropped_at timestamptz,
  primary key (booking_id, kind)
);
comment on table follow_ups is 'The mails after a session: each is claimed before it is written, once a booking.';

create table practices (
  booking_id uuid primary key references bookings on delete cascade,
  said text not null constraint practice_is_known check (said in ('done', 'not-yet', 'no-help')),
  action_id text,
  made_proof boolean not null default false,
  said_at timestamptz not null,
  constraint only_what_is_done_is_proven check (said = 'done' or (action_id is null and not made_proof))
);
comment on table practices is 'A month later: what the holder says became of it. Declared, not verified.';
comment on column practices.action_id is 'The line of the plan that it closed; empty where there is no such line.';
comment on column practices.made_proof is 'The plan did not know before: who takes it back takes it back there too.';

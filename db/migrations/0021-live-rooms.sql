-- The live room of a session: questions with votes, polls, and all that changes there, numbered. Web processes
-- hear of a change by NOTIFY and read it here, so who was away a moment misses nothing.

alter table attendance_joins add column last_seen_at timestamptz;
comment on column attendance_joins.last_seen_at is 'When the page of the room last said that it is open; a stay grows from there.';

create table live_rooms (
  training_session_id uuid primary key references training_sessions on delete cascade,
  last_event integer not null default 0,
  slides_url text
);
comment on table live_rooms is 'Who changes something in a room holds its row: events are numbered in the order they are committed.';

create table room_events (
  training_session_id uuid not null references live_rooms on delete cascade,
  number integer not null,
  kind text not null constraint event_kind_is_known check (kind in ('question', 'poll', 'people', 'slides')),
  subject_id uuid,
  happened_at timestamptz not null,
  primary key (training_session_id, number)
);
comment on column room_events.subject_id is 'Which question or poll: what it has become is read from its own row.';

create table room_questions (
  id uuid primary key default gen_random_uuid(),
  training_session_id uuid not null references training_sessions on delete cascade,
  booking_id uuid not null references bookings on delete cascade,
  words text not null constraint question_has_few_words check (length(words) between 1 and 300),
  state text not null default 'shown' constraint question_state_is_known check (state in ('shown', 'answered', 'hidden')),
  form_key text,
  asked_at timestamptz not null,
  constraint one_question_per_form unique (booking_id, form_key)
);
create index room_questions_by_session on room_questions (training_session_id);
comment on column room_questions.form_key is 'Random value of the form that asked: a second click carries the same one.';

create table room_question_votes (
  question_id uuid not null references room_questions on delete cascade,
  booking_id uuid not null references bookings on delete cascade,
  constraint one_vote_per_question primary key (question_id, booking_id)
);
create index room_question_votes_by_booking on room_question_votes (booking_id);

create table room_polls (
  id uuid primary key default gen_random_uuid(),
  training_session_id uuid not null references training_sessions on delete cascade,
  words text not null constraint poll_has_few_words check (length(words) between 1 and 200),
  options text[] not null constraint poll_has_two_to_six_options check (cardinality(options) between 2 and 6),
  state text not null default 'draft' constraint poll_state_is_known check (state in ('draft', 'open', 'closed')),
  shows_results boolean not null default false,
  form_key text,
  written_at timestamptz not null,
  constraint one_poll_per_form unique (training_session_id, form_key)
);
create unique index one_open_poll_per_room on room_polls (training_session_id) where state = 'open';
comment on column room_polls.shows_results is 'While it is open too; once it is closed everybody sees them.';

create table room_poll_answers (
  poll_id uuid not null references room_polls on delete cascade,
  booking_id uuid not null references bookings on delete cascade,
  choice smallint not null constraint choice_is_an_option check (choice between 0 and 5),
  answered_at timestamptz not null,
  constraint one_answer_per_poll primary key (poll_id, booking_id)
);
create index room_poll_answers_by_booking on room_poll_answers (booking_id);

-- Dated sessions of the trainings, and the seats people hold in them.

create table training_sessions (
  id uuid primary key default gen_random_uuid(),
  training_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  capacity integer not null,
  seats_taken integer not null default 0,
  trainer text not null,
  room_url text,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  constraint session_ends_after_it_starts check (ends_at > starts_at),
  constraint never_more_seats_than_capacity check (seats_taken between 0 and capacity)
);
create index training_sessions_by_training on training_sessions (training_id, starts_at);
create index training_sessions_by_start on training_sessions (starts_at);

create table bookings (
  id uuid primary key default gen_random_uuid(),
  token text not null unique,
  training_session_id uuid not null references training_sessions,
  person_id uuid not null references people,
  business_id uuid references businesses,
  diagnostic_id uuid references diagnostics on delete set null,
  language text not null,
  ics_sequence integer not null default 0,
  form_key text,
  booked_at timestamptz not null,
  cancelled_at timestamptz
);
create unique index one_live_booking_per_person on bookings (training_session_id, person_id) where cancelled_at is null;
comment on column bookings.form_key is 'Random value of the page that booked: a second click carries the same one.';
create index bookings_by_person on bookings (person_id);
create index bookings_by_business on bookings (business_id) where business_id is not null;

create table reminders (
  booking_id uuid not null references bookings on delete cascade,
  kind text not null constraint reminder_kind_is_known check (kind in ('day-before', 'hour-before')),
  due_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  dropped_at timestamptz,
  primary key (booking_id, kind)
);
create index reminders_due on reminders (due_at) where claimed_at is null and dropped_at is null;

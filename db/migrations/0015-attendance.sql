-- What is known of who followed a training: four facts side by side, none made of another.

create table attendance_joins (
  booking_id uuid primary key references bookings on delete cascade,
  joined_at timestamptz not null
);
comment on table attendance_joins is 'The holder went to the room by our page: the first time.';

create table attendance_stays (
  booking_id uuid not null references bookings on delete cascade,
  from_at timestamptz not null,
  to_at timestamptz not null,
  primary key (booking_id, from_at),
  constraint stay_ends_after_it_begins check (to_at >= from_at)
);
comment on table attendance_stays is 'The page of the room was open: each stay grows with the heartbeats of the page.';

create table attendance_declarations (
  booking_id uuid not null references bookings on delete cascade,
  seat smallint not null default 0 constraint seat_of_a_booking check (seat between 0 and 2),
  state text not null constraint declared_state_is_known check (state in ('present', 'absent', 'excused')),
  declared_by uuid not null references people,
  declared_at timestamptz not null,
  primary key (booking_id, seat)
);
comment on column attendance_declarations.seat is 'Of the booking: 0 is who booked, 1 and 2 are who comes along.';

create table replay_watches (
  person_id uuid not null references people on delete cascade,
  training_id text not null,
  seconds integer not null constraint a_replay_lasts check (seconds > 0),
  watched int4multirange not null default '{}',
  resume_at integer not null default 0,
  first_watched_at timestamptz not null,
  watched_at timestamptz not null,
  primary key (person_id, training_id)
);
comment on column replay_watches.seconds is 'How long the replay lasts.';
comment on column replay_watches.watched is 'The seconds that were played, each once however often it was played.';
comment on column replay_watches.resume_at is 'The second where the person left.';

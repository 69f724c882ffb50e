-- The address of a person's own calendar: who has it reads their bookings, so it is a secret that can be renewed.

create table calendar_feeds (
  person_id uuid primary key references people on delete cascade,
  token text not null constraint one_calendar_per_address unique,
  renewed_at timestamptz not null
);
comment on column calendar_feeds.token is '128 random bits; the one before it leads nowhere from then on.';

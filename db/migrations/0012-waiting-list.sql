-- Who waits for a seat of a full session, in order of asking. A seat offered to somebody counts as taken, so the
-- counter of seats is live bookings and live offers together.

alter table training_sessions
  add column people_waiting integer not null default 0,
  add column waiting_places integer not null default 30,
  add constraint never_a_longer_line_than_places check (people_waiting between 0 and waiting_places),
  add constraint never_a_seat_idle_while_somebody_waits
    check (people_waiting = 0 or cancelled_at is not null or seats_taken >= capacity);
comment on column training_sessions.people_waiting is 'Entries in the state waiting: those with an offer are in seats_taken.';

create table waitlist_entries (
  id uuid primary key default gen_random_uuid(),
  token text not null unique,
  training_session_id uuid not null references training_sessions,
  person_id uuid not null references people,
  business_id uuid references businesses,
  diagnostic_id uuid references diagnostics on delete set null,
  language text not null,
  form_key text,
  ticket integer generated always as identity,
  state text not null default 'waiting' constraint state_of_waiting_is_known
    check (state in ('waiting', 'offered', 'accepted', 'declined', 'expired', 'withdrawn', 'closed')),
  joined_at timestamptz not null,
  offered_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  booking_id uuid references bookings,
  constraint an_offer_says_when_it_ends check (state <> 'offered' or expires_at is not null),
  constraint who_accepts_gets_a_booking check ((state = 'accepted') = (booking_id is not null))
);
create unique index one_live_entry_per_person
  on waitlist_entries (training_session_id, person_id) where state in ('waiting', 'offered');
create index waitlist_entries_in_line on waitlist_entries (training_session_id, ticket) where state = 'waiting';
create index offers_to_expire on waitlist_entries (expires_at) where state = 'offered';
create index waitlist_entries_by_person on waitlist_entries (person_id);
comment on column waitlist_entries.ticket is 'The order of asking: the lowest that waits is first in line.';
comment on column waitlist_entries.form_key is 'Random value of the page that asked: a second click carries the same one.';

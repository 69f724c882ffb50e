-- Up to three people of one business come by one booking: who books, and those who come along.

alter table bookings
  add column companions text[] not null default '{}',
  add constraint three_people_at_most check (cardinality(companions) <= 2),
  add constraint companions_have_names check (array_position(companions, '') is null);
comment on column bookings.companions is 'First names, as typed; each takes a seat.';

-- An adviser books for an owner on the telephone: who of the team did it is kept.

alter table bookings add column booked_by uuid references people;
alter table waitlist_entries add column asked_by uuid references people;
comment on column bookings.booked_by is 'The member of the team who booked for the owner; null when the owner did.';
comment on column waitlist_entries.asked_by is 'The member of the team who put the owner in the line; null when the owner did.';

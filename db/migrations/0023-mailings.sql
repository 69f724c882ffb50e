-- Mailings: who may be written to, who asked not to be, and one row for each person a mailing is for.

create table suppression_key (
  is_the_only_one boolean primary key default true constraint there_is_one_key check (is_the_only_one),
  key text not null default gen_random_uuid()::text || gen_random_uuid()::text
);
insert into suppression_key default values;
comment on table suppression_key is 'Kept with what it locks: a lost key would subscribe again everybody who left.';

create function normalised_address(address text) returns text
  language sql immutable parallel safe
  return case
    when split_part(lower(address), '@', 2) in ('gmail.com', 'googlemail.com')
      then replace(split_part(split_part(lower(address), '@', 1), '+', 1), '.', '') || '@gmail.com'
    when strpos(address, '+') > 1
      then split_part(split_part(lower(address), '@', 1), '+', 1) || '@' || split_part(lower(address), '@', 2)
    else lower(address)
  end;
comment on function normalised_address is 'The same mailbox, however it is spelt: small letters, without +word, without the dots that Gmail ignores.';

create table suppressions (
  address_key bytea not null,
  scope text not null default 'all' constraint suppression_scope_is_known check (scope in ('all', 'trainings', 'news')),
  reason text not null constraint suppression_reason_is_known
    check (reason in ('unsubscribed', 'complaint', 'hard-bounce', 'soft-bounces', 'staff')),
  suppressed_at timestamptz not null,
  recipient_id uuid,
  primary key (address_key, scope, reason),
  constraint only_people_choose_a_topic check (scope = 'all' or reason = 'unsubscribed')
);
comment on table suppressions is 'Belongs to the address and outlives people, imports and mailings: no import and no list writes here.';
comment on column suppressions.recipient_id is 'The mail that led to it, were it deleted since.';

create table mailings (
  id uuid primary key default gen_random_uuid(),
  relay_id uuid references relays,
  topic text not null constraint mailing_topic_is_known check (topic in ('trainings', 'news')),
  audience jsonb not null,
  texts jsonb not null,
  state text not null default 'draft' constraint mailing_state_is_known
    check (state in ('draft', 'scheduled', 'sending', 'paused', 'stopped', 'done')),
  starts_at timestamptz,
  pause_reason text constraint pause_reason_is_known
    check (pause_reason in ('staff', 'bounces', 'complaints', 'policy')),
  created_by uuid not null references people,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sent_by uuid references people,
  built_at timestamptz,
  resumed_at timestamptz,
  ended_at timestamptz,
  constraint what_is_sent_has_a_moment check ((state = 'draft') = (starts_at is null)),
  constraint a_pause_has_a_reason check ((state = 'paused') = (pause_reason is not null)),
  constraint recipients_come_first check (state not in ('sending', 'done') or built_at is not null)
);
create index mailings_at_work on mailings (starts_at) where state in ('scheduled', 'sending');
comment on column mailings.relay_id is 'In the name of this relay, to its businesses only; null: the programme.';
comment on column mailings.texts is 'Language to subject, preheader and body; French always.';
comment on column mailings.resumed_at is 'What went wrong before somebody resumed it does not pause it again.';

create table recipients (
  id uuid primary key default gen_random_uuid(),
  mailing_id uuid not null,
  person_id uuid not null,
  business_id uuid,
  email text not null,
  address_key bytea not null,
  language text not null,
  destination text not null,
  zone text not null,
  source text not null,
  collected_at timestamptz not null,
  legal_basis text not null,
  notice_version text not null,
  state text not null default 'waiting' constraint recipient_state_is_known
    check (state in ('waiting', 'claimed', 'sent', 'failed', 'deferred', 'skipped', 'uncertain')),
  skipped_because text,
  not_before timestamptz,
  attempts integer not null default 0,
  first_tried_at timestamptz,
  claimed_at timestamptz,
  ended_at timestamptz,
  reply text,
  bounce text constraint bounce_is_known check (bounce in ('hard', 'soft', 'policy', 'complaint')),
  bounced_at timestamptz,
  bounce_status text,
  constraint one_mail_per_person unique (mailing_id, person_id),
  constraint a_skip_has_a_reason check ((state = 'skipped') = (skipped_because is not null))
);
create index recipients_to_send on recipients (mailing_id, destination, id) where state in ('waiting', 'deferred');
create index recipients_in_hand on recipients (claimed_at) where state = 'claimed';
create index recipients_ended on recipients (mailing_id, ended_at desc) where state in ('sent', 'failed');
create index recipients_by_address on recipients (address_key, ended_at desc) where state in ('sent', 'failed');
create index recipients_by_person on recipients (person_id);
comment on table recipients is 'Built in one statement when a mailing starts, and frozen; the id is also the secret of its links. Without foreign keys: their checks took longer than all the rest.';
comment on column recipients.destination is 'Whose mailboxes: gmail, microsoft, orange, free, sfr, other.';
comment on column recipients.source is 'Why we may write: where the address comes from, when, on which legal basis, under which notice.';

create function forget_recipients() returns trigger language plpgsql as $$
begin
  delete from recipients where person_id = old.id;
  return old;
end $$;
create trigger people_take_their_recipients_along after delete on people
  for each row execute function forget_recipients();

create table mail_buckets (
  bucket text primary key,
  tokens double precision not null,
  filled_at timestamptz not null
);
comment on table mail_buckets is 'How many mails may leave now, by sender and by destination: shared by all workers.';

create table mailing_days (
  day date primary key,
  sent integer not null default 0
);
comment on table mailing_days is 'Mails of mailings that were claimed on a day: a new sender begins with few.';

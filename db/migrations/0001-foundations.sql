-- What the whole house needs: search without accents, immutable releases of the programme,
-- the outbox of e-mails and the counters of the rate limits.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent() is only STABLE because its dictionary could change; ours does not, and an index needs IMMUTABLE.
create function searchable(words text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));

create table releases (
  id text primary key,
  programme text not null,
  version text not null,
  content jsonb not null,
  created_at timestamptz not null
);
comment on table releases is 'One row for each content of a programme folder ever started; id is the hash of its files.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger releases_are_immutable before update or delete on releases
  for each row execute function refuse_change();

create table mails (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  once_key text constraint mail_once unique,
  recipient text not null,
  subject text not null,
  html text not null,
  plain text not null,
  calendar text,
  calendar_method text constraint calendar_method_is_known check (calendar_method in ('REQUEST', 'CANCEL')),
  created_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  constraint calendar_comes_with_its_method check ((calendar is null) = (calendar_method is null))
);
create index mails_waiting on mails (created_at) where sent_at is null;
create index mails_by_date on mails (created_at desc);

create unlogged table rate_limits (
  bucket text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (bucket, window_start)
);
comment on table rate_limits is 'Unlogged: after a crash everybody starts from zero, which harms nobody.';

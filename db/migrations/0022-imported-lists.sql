-- Lists of shops from any sender. A listing is what one source says of one shop; the business it is about is counted
-- once, however many lists name it. A listing without a SIRET waits until a person says which shop it is.

create table list_sources (
  name text primary key constraint source_has_a_name check (name <> ''),
  mapping jsonb not null,
  mapped_at timestamptz not null
);
comment on table list_sources is 'What the columns of a source meant the last time.';

create table list_files (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  bytes integer not null,
  hash text not null,
  kept_at timestamptz not null
);
create table list_file_parts (
  file_id uuid not null references list_files on delete cascade,
  position integer not null,
  content bytea not null,
  primary key (file_id, position)
);
comment on table list_files is 'Files sent by staff, until their import is over: the worker that reads them may be another machine.';

create table list_runs (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  file_name text not null,
  file_id uuid references list_files on delete set null,
  sheet integer,
  columns text[] not null,
  mapping jsonb not null,
  is_dry boolean not null,
  state text not null constraint state_of_run_is_known
    check (state in ('waiting', 'running', 'finished', 'broken', 'cancelled', 'undoing', 'undone')),
  problem text,
  asked_by uuid references people,
  asked_at timestamptz not null,
  moved_at timestamptz not null,
  ended_at timestamptz,
  last_line integer not null default 0,
  -- From 0 to 1; null while it cannot be said.
  progress real,
  rows integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  doubtful integer not null default 0,
  refused integer not null default 0,
  noted integer not null default 0,
  constraint every_row_has_one_outcome check (rows = created + changed + unchanged + doubtful + refused),
  constraint a_run_ends_once check ((state in ('waiting', 'running')) = (ended_at is null))
);
create unique index one_run_per_source on list_runs (source) where ended_at is null and not is_dry;
create index list_runs_by_date on list_runs (asked_at desc);

create table list_rows (
  run_id uuid not null references list_runs on delete cascade,
  line integer not null,
  outcome text not null constraint outcome_is_known
    check (outcome in ('created', 'changed', 'unchanged', 'doubtful', 'refused')),
  reason text,
  column_name text,
  value text,
  notes jsonb not null,
  cells text[] not null,
  primary key (run_id, line)
);
comment on table list_rows is 'The report: rows that are doubtful, refused or repaired, as they stood in the file.';

create table listings (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  row_key text not null,
  said jsonb not null,
  said_hash text not null,
  match_key text not null,
  business_id uuid references businesses,
  state text not null constraint state_of_listing_is_known check (state in ('linked', 'waiting', 'alone')),
  said_at timestamptz not null,
  run_id uuid references list_runs,
  settled_by uuid references people,
  settled_at timestamptz,
  constraint a_linked_listing_has_its_business check ((state = 'linked') = (business_id is not null))
);
create unique index one_listing_per_row_of_a_source on listings (source, row_key);
create index listings_by_business on listings (business_id) where business_id is not null;
create index listings_by_match on listings (match_key);
create index listings_waiting on listings (said_at, id) where state = 'waiting';
comment on column listings.said is 'What the row says, cleaned; each value with the source and date of the listing.';

create table business_contacts (
  id uuid primary key default gen_random_uuid(),
  business_id uuid not null references businesses on delete cascade,
  kind text not null constraint kind_of_contact_is_known check (kind in ('email', 'phone', 'website')),
  value text not null constraint contact_says_something check (value <> ''),
  source text not null,
  collected_at timestamptz not null,
  listing_id uuid references listings on delete set null,
  run_id uuid references list_runs on delete set null,
  opposed_at timestamptz
);
create unique index one_contact_per_business on business_contacts (business_id, kind, value);
create index contacts_by_listing on business_contacts (listing_id);
create index contacts_by_run on business_contacts (run_id);
comment on column business_contacts.opposed_at is 'Nobody writes there any more; no import takes that back.';

create table list_changes (
  id bigint primary key generated always as identity,
  run_id uuid references list_runs on delete cascade,
  listing_id uuid not null,
  listing_before jsonb,
  business_id uuid,
  business_created boolean not null,
  business_before jsonb,
  business_after jsonb,
  contacts_removed jsonb not null,
  changed_at timestamptz not null
);
create index list_changes_by_run on list_changes (run_id, id desc);
create index list_changes_by_listing on list_changes (listing_id, id desc);
comment on table list_changes is 'What an import or a person changed, to take it back.';

-- A business that somebody needs already stays.
create function forget_unused_business(unused uuid) returns boolean language plpgsql as $$
begin
  delete from businesses where id = unused;
  return true;
exception when foreign_key_violation then
  return false;
end $$;

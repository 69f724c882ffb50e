-- The register: every business once, by SIRET.

create table imports (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  file_name text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  lines integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0
);

create table import_refusals (
  import_id uuid not null references imports on delete cascade,
  line integer not null,
  reason text not null,
  column_name text,
  value text,
  primary key (import_id, line)
);

create table businesses (
  id uuid primary key default gen_random_uuid(),
  siret text not null,
  siren text not null generated always as (left(siret, 9)) stored,
  name text not null,
  sign text,
  activity_code text,
  size_band text,
  street text,
  postal_code text,
  commune_code text,
  commune text,
  department_code text,
  latitude double precision,
  longitude double precision,
  diffusion text not null default 'O' constraint diffusion_is_known check (diffusion in ('O', 'P')),
  source text not null,
  imported_at timestamptz not null,
  words text not null generated always as (
    searchable(name || ' ' || coalesce(sign, '') || ' ' || coalesce(street, '') || ' ' || coalesce(commune, ''))
  ) stored,
  constraint siret_has_fourteen_digits check (siret ~ '^[0-9]{14}$'),
  constraint business_has_a_name check (name <> '')
);
create unique index one_business_per_siret on businesses (siret);
create index businesses_by_siren on businesses (siren);
create index businesses_by_commune on businesses (commune_code);
-- New words wait in a list, which autovacuum sorts in, or a long import (import-store.ts). One that fills up in the
-- middle of a statement would be sorted in with little memory, ten times as slowly.
create index businesses_by_words on businesses using gin (words gin_trgm_ops) with (gin_pending_list_limit = 131072);
comment on column businesses.activity_code is 'NAF rév. 2 sub-class without a dot, such as 4771Z.';
comment on column businesses.size_band is 'INSEE tranche d''effectif, 00 to 53; null when unknown.';
comment on column businesses.diffusion is 'INSEE statutDiffusion: P (partial, or the older N) is never shown nor mailed.';

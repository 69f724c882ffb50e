-- Lists of businesses: tags that staff put on them, filters kept under a name, and the indexes that answer both.

create table taggings (
  id uuid primary key default gen_random_uuid(),
  relay_id uuid references relays on delete cascade,
  tag text not null,
  businesses integer not null,
  made_by uuid not null references people,
  made_at timestamptz not null,
  undone_at timestamptz
);
comment on table taggings is 'One act of tagging a whole list, so that it can be undone.';

create table business_tags (
  business_id uuid not null references businesses on delete cascade,
  relay_id uuid references relays on delete cascade,
  tag text not null constraint tag_is_one_word check (tag ~ '^[[:alnum:]][[:alnum:]-]{0,29}$'),
  tagging_id uuid references taggings,
  added_by uuid not null references people,
  added_at timestamptz not null,
  constraint a_tag_once_on_a_business unique nulls not distinct (relay_id, tag, business_id)
);
create index business_tags_of_business on business_tags (business_id);
create index business_tags_of_tagging on business_tags (tagging_id) where tagging_id is not null;
comment on column business_tags.relay_id is 'Whose tag it is; null: the whole programme''s.';

create table segments (
  id uuid primary key default gen_random_uuid(),
  relay_id uuid references relays on delete cascade,
  name text not null constraint segment_has_a_name check (name <> ''),
  rule jsonb not null,
  made_by uuid not null references people,
  made_at timestamptz not null,
  constraint one_segment_per_name unique nulls not distinct (relay_id, name)
);
comment on column segments.rule is 'A rule over fixed fields with its version (src/features/segments/rule.ts), never SQL.';

-- Lists are read in their order, from where the page before ended, until a page is full. The columns that filters ask
-- about stand in the indexes, so that rows that do not pass are not fetched. An import pays for it: see docs/decisions.
alter table businesses add column sort_name text collate "C" not null
  generated always as (searchable(coalesce(sign, name))) stored;
comment on column businesses.sort_name is 'What stands above the door, without capitals and accents: the order of the alphabet.';
create index businesses_by_name on businesses (sort_name, siret)
  include (id, commune_code, department_code, postal_code, activity_code, size_band, diffusion);
drop index one_business_per_siret;
create unique index one_business_per_siret on businesses (siret)
  include (id, commune_code, department_code, postal_code, activity_code, size_band, diffusion);
drop index businesses_by_commune;
create index businesses_by_commune on businesses (commune_code)
  include (siret, sort_name, id, department_code, postal_code, activity_code, size_band, diffusion);
-- Filters that few businesses pass are answered from these, alone or together.
create index businesses_by_department on businesses (department_code);
create index businesses_by_postal_code on businesses (postal_code);
create index businesses_by_activity on businesses (activity_code collate "C");
create index businesses_by_size on businesses (size_band);

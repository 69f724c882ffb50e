-- The network: a relay is a branch of the programme with a territory; its staff see its businesses and no others.

create table relays (
  id uuid primary key default gen_random_uuid(),
  name text not null constraint relay_has_a_name check (name <> ''),
  slug text not null constraint one_relay_per_address unique,
  phone text,
  created_at timestamptz not null,
  created_by uuid references people
);

create table relay_territories (
  relay_id uuid not null references relays on delete cascade,
  kind text not null constraint territory_is_known check (kind in ('region', 'department', 'epci', 'commune')),
  code text not null,
  primary key (relay_id, kind, code)
);
comment on table relay_territories is 'As staff chose it, by the codes of the Code officiel géographique; an epci by its SIREN.';

create table relay_areas (
  relay_id uuid not null references relays on delete cascade,
  commune_code text not null,
  primary key (relay_id, commune_code)
);
comment on table relay_areas is 'The territory, commune by commune, districts and former codes too: what the register is asked by.';

create table relay_businesses (
  relay_id uuid not null references relays on delete cascade,
  business_id uuid not null references businesses on delete cascade,
  source text not null,
  added_at timestamptz not null,
  primary key (relay_id, business_id)
);
create index relay_businesses_by_business on relay_businesses (business_id);
comment on table relay_businesses is 'Businesses that a file gave to a relay, wherever they are.';

alter table staff_members
  add column relay_id uuid references relays,
  drop constraint staff_role_is_known,
  add constraint staff_role_is_known check (role in ('adviser', 'trainer', 'operator', 'relay-manager')),
  add constraint relay_manager_has_a_relay check (role <> 'relay-manager' or relay_id is not null),
  add constraint only_some_roles_have_a_relay check (relay_id is null or role in ('adviser', 'relay-manager'));
comment on column staff_members.relay_id is 'Null: the whole programme.';

-- People and their sign-in. The four tables have the columns that better-auth asks for, under our names.

create table people (
  id uuid primary key default gen_random_uuid(),
  name text not null default '',
  email text not null,
  email_verified boolean not null default false,
  image text,
  language text not null default 'fr',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint email_is_lower_case check (email = lower(email))
);
create unique index one_person_per_email on people (email);

create table sign_ins (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_ins_by_person on sign_ins (person_id);

create table credentials (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credentials_by_person on credentials (person_id);

create table verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on verifications (identifier);

create table staff_members (
  person_id uuid primary key references people on delete cascade,
  role text not null constraint staff_role_is_known check (role in ('adviser', 'trainer', 'operator')),
  invited_at timestamptz not null,
  invited_by uuid references people,
  joined_at timestamptz
);

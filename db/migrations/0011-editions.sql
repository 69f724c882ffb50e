-- Editions: what shops answered, counted on one day and then frozen, and never for fewer than ten of them.

create table editions (
  id uuid primary key default gen_random_uuid(),
  programme text not null,
  family text not null,
  number integer not null,
  businesses integer not null constraint an_edition_counts_ten_businesses check (businesses >= 10),
  made_at timestamptz not null,
  constraint an_edition_once unique (family, number)
);
create trigger editions_are_frozen before update on editions
  for each row execute function refuse_change();
comment on column editions.family is 'Hash of the questions and answers that were asked: only equal ones are counted together.';

create table edition_bricks (
  edition_id uuid not null references editions on delete cascade,
  brick text not null,
  businesses integer not null constraint a_brick_holds_ten_businesses check (businesses >= 10),
  counts jsonb not null,
  counted_at timestamptz not null,
  primary key (edition_id, brick)
);
create trigger edition_bricks_are_frozen before update on edition_bricks
  for each row execute function refuse_change();
comment on table edition_bricks is 'What every published figure of an edition is a sum of; never shown. See docs/decisions/0011.';

create table edition_cells (
  edition_id uuid not null references editions on delete cascade,
  place text not null,
  businesses integer not null constraint a_cell_shows_ten_businesses check (businesses >= 10),
  figures jsonb not null,
  counted_at timestamptz not null,
  primary key (edition_id, place),
  constraint quartiles_of_ten_businesses check (not jsonb_path_exists(figures, '$.axes.* ? (@.of < 10)'))
);
create trigger edition_cells_are_frozen before update on edition_cells
  for each row execute function refuse_change();
comment on column edition_cells.place is 'Size, sector and department, such as none/commerce/35; the fewer parts, the wider; empty: all.';

create table counted_results (
  family text not null,
  business_id uuid not null references businesses on delete cascade,
  snapshot_id uuid not null references snapshots on delete cascade,
  place text not null,
  first_edition integer not null,
  last_edition integer,
  constraint a_count_ends_after_it_begins check (last_edition >= first_edition)
);
create unique index a_business_counts_once on counted_results (family, business_id) where last_edition is null;
create index counted_results_by_business on counted_results (business_id);
create index counted_results_by_snapshot on counted_results (snapshot_id);
comment on table counted_results is 'Which result of which business the editions counted, from which to which; last is null: still.';

create table edition_works (
  id uuid primary key default gen_random_uuid(),
  family text not null,
  asked_by uuid references people on delete set null,
  asked_at timestamptz not null,
  moved_at timestamptz not null,
  step text not null default 'asked' constraint edition_step_is_known
    check (step in ('asked', 'gather', 'compare', 'count', 'publish')),
  ended_at timestamptz,
  outcome text constraint edition_outcome_is_known
    check (outcome in ('made', 'too-soon', 'not-enough', 'nothing-new', 'at-work', 'abandoned')),
  constraint a_work_ends_with_its_outcome check ((ended_at is null) = (outcome is null))
);
create unique index one_edition_work_at_a_time on edition_works (family) where ended_at is null;

alter table plans add column edition_id uuid references editions;
comment on column plans.edition_id is 'What this result is compared with: the newest edition when it was made; null: there was none yet.';

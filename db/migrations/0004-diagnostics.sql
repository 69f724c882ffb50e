-- One run of the questionnaire: its answers as events, its result as a snapshot, its plan.

create table diagnostics (
  id uuid primary key default gen_random_uuid(),
  token text not null unique,
  release_id text not null references releases,
  business_id uuid references businesses,
  person_id uuid references people on delete set null,
  language text not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index diagnostics_by_business on diagnostics (business_id) where business_id is not null;
create index diagnostics_by_person on diagnostics (person_id) where person_id is not null;
-- The street of the home page asks for the latest ones.
create index diagnostics_by_finish on diagnostics (finished_at desc) where finished_at is not null;
comment on column diagnostics.token is '128 random bits: who holds the link holds the diagnostic.';

create table answer_events (
  id bigint generated always as identity primary key,
  diagnostic_id uuid not null references diagnostics on delete cascade,
  question_id text not null,
  option_id text not null,
  source text not null constraint answer_source_is_known check (source in ('answered', 'prefilled')),
  channel text not null constraint answer_channel_is_known check (channel in ('web', 'phone', 'paper', 'adviser')),
  answered_at timestamptz not null
);
create index answer_events_by_diagnostic on answer_events (diagnostic_id, id);
create trigger answer_events_are_append_only before update on answer_events
  for each row execute function refuse_change();
comment on table answer_events is 'Append-only; the last event of a question is its answer.';

create table snapshots (
  id uuid primary key default gen_random_uuid(),
  diagnostic_id uuid not null references diagnostics on delete cascade,
  release_id text not null references releases,
  engine text not null,
  last_event_id bigint not null,
  result jsonb not null,
  made_at timestamptz not null
);
create unique index one_snapshot_per_last_answer on snapshots (diagnostic_id, last_event_id, engine);
create trigger snapshots_are_immutable before update on snapshots
  for each row execute function refuse_change();

create table plans (
  id uuid primary key default gen_random_uuid(),
  snapshot_id uuid not null unique references snapshots on delete cascade,
  diagnostic_id uuid not null references diagnostics on delete cascade,
  business_id uuid references businesses,
  minutes_per_week integer not null,
  euros_per_month integer not null,
  passed_over jsonb not null default '[]',
  made_at timestamptz not null
);
comment on column plans.passed_over is 'The other actions of the programme, each with the reason why it is not in the plan.';
create index plans_by_diagnostic on plans (diagnostic_id);
create index plans_by_business on plans (business_id) where business_id is not null;

create table plan_actions (
  plan_id uuid not null references plans on delete cascade,
  position integer not null constraint at_most_three_actions check (position between 1 and 3),
  action_id text not null,
  kind text not null default 'do' constraint plan_action_kind_is_known check (kind in ('do', 'find-out')),
  because jsonb not null,
  primary key (plan_id, position),
  constraint an_action_once_in_a_plan unique (plan_id, action_id)
);

-- A run that takes stock again, some months after another: the same business, and what was answered then.

alter table diagnostics add column previous_id uuid references diagnostics on delete set null;
comment on column diagnostics.previous_id is 'The run that this one takes up again; its answers are proposed, never copied.';

-- Two clicks on "take stock again" make one run.
create unique index one_open_run_after_another on diagnostics (previous_id)
  where previous_id is not null and finished_at is null;

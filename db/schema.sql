-- Generated from db/migrations by bin/db-types.ts, to be read; never applied.

create table action_proofs (
  diagnostic_id uuid not null,
  action_id text not null,
  note text not null default ''::text,
  declared_at timestamp with time zone not null,
  constraint action_proofs_diagnostic_id_fkey FOREIGN KEY (diagnostic_id) REFERENCES diagnostics(id) ON DELETE CASCADE,
  constraint an_action_is_done_once PRIMARY KEY (diagnostic_id, action_id),
  constraint proof_note_is_short CHECK ((length(note) <= 500))
);

create table answer_events (
  id bigint not null,
  diagnostic_id uuid not null,
  question_id text not null,
  option_id text not null,
  source text not null,
  channel text not null,
  answered_at timestamp with time zone not null,
  entered_by uuid,
  idempotency_key uuid,
  constraint answer_channel_is_known CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'paper'::text, 'adviser'::text]))),
  constraint answer_events_diagnostic_id_fkey FOREIGN KEY (diagnostic_id) REFERENCES diagnostics(id) ON DELETE CASCADE,
  constraint answer_events_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id) ON DELETE SET NULL,
  constraint answer_events_pkey PRIMARY KEY (id),
  constraint answer_source_is_known CHECK ((source = ANY (ARRAY['answered'::text, 'prefilled'::text]))),
  constraint nobody_enters_online_for_another CHECK (((channel <> 'web'::text) OR (entered_by IS NULL)))
);
CREATE UNIQUE INDEX an_answer_is_kept_once ON public.answer_events USING btree (diagnostic_id, idempotency_key) WHERE (idempotency_key IS NOT NULL);
CREATE INDEX answer_events_by_diagnostic ON public.answer_events USING btree (diagnostic_id, id);
CREATE INDEX answer_events_by_enterer ON public.answer_events USING btree (entered_by) WHERE (entered_by IS NOT NULL);

create table attendance_declarations (
  booking_id uuid not null,
  seat smallint not null default 0,
  state text not null,
  declared_by uuid not null,
  declared_at timestamp with time zone not null,
  constraint attendance_declarations_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint attendance_declarations_declared_by_fkey FOREIGN KEY (declared_by) REFERENCES people(id),
  constraint attendance_declarations_pkey PRIMARY KEY (booking_id, seat),
  constraint declared_state_is_known CHECK ((state = ANY (ARRAY['present'::text, 'absent'::text, 'excused'::text]))),
  constraint seat_of_a_booking CHECK (((seat >= 0) AND (seat <= 2)))
);

create table attendance_joins (
  booking_id uuid not null,
  joined_at timestamp with time zone not null,
  last_seen_at timestamp with time zone,
  constraint attendance_joins_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint attendance_joins_pkey PRIMARY KEY (booking_id)
);

create table attendance_stays (
  booking_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  constraint attendance_stays_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint attendance_stays_pkey PRIMARY KEY (booking_id, from_at),
  constraint stay_ends_after_it_begins CHECK ((to_at >= from_at))
);

create table bookings (
  id uuid not null default gen_random_uuid(),
  token text not null,
  training_session_id uuid not null,
  person_id uuid not null,
  business_id uuid,
  diagnostic_id uuid,
  language text not null,
  ics_sequence integer not null default 0,
  form_key text,
  booked_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  believed_starts_at timestamp with time zone,
  believed_zone text,
  companions text[] not null default '{}'::text[],
  booked_by uuid,
  constraint belief_is_whole CHECK (((believed_starts_at IS NULL) = (believed_zone IS NULL))),
  constraint bookings_booked_by_fkey FOREIGN KEY (booked_by) REFERENCES people(id),
  constraint bookings_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id),
  constraint bookings_diagnostic_id_fkey FOREIGN KEY (diagnostic_id) REFERENCES diagnostics(id) ON DELETE SET NULL,
  constraint bookings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint bookings_pkey PRIMARY KEY (id),
  constraint bookings_token_key UNIQUE (token),
  constraint bookings_training_session_id_fkey FOREIGN KEY (training_session_id) REFERENCES training_sessions(id),
  constraint companions_have_names CHECK ((array_position(companions, ''::text) IS NULL)),
  constraint three_people_at_most CHECK ((cardinality(companions) <= 2))
);
CREATE INDEX bookings_by_business ON public.bookings USING btree (business_id) WHERE (business_id IS NOT NULL);
CREATE INDEX bookings_by_person ON public.bookings USING btree (person_id);
CREATE UNIQUE INDEX one_live_booking_per_person ON public.bookings USING btree (training_session_id, person_id) WHERE (cancelled_at IS NULL);

create table business_contacts (
  id uuid not null default gen_random_uuid(),
  business_id uuid not null,
  kind text not null,
  value text not null,
  source text not null,
  collected_at timestamp with time zone not null,
  listing_id uuid,
  run_id uuid,
  opposed_at timestamp with time zone,
  constraint business_contacts_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE,
  constraint business_contacts_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id) ON DELETE SET NULL,
  constraint business_contacts_pkey PRIMARY KEY (id),
  constraint business_contacts_run_id_fkey FOREIGN KEY (run_id) REFERENCES list_runs(id) ON DELETE SET NULL,
  constraint contact_says_something CHECK ((value <> ''::text)),
  constraint kind_of_contact_is_known CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'website'::text])))
);
CREATE INDEX contacts_by_listing ON public.business_contacts USING btree (listing_id);
CREATE INDEX contacts_by_run ON public.business_contacts USING btree (run_id);
CREATE UNIQUE INDEX one_contact_per_business ON public.business_contacts USING btree (business_id, kind, value);

create table business_tags (
  business_id uuid not null,
  relay_id uuid,
  tag text not null,
  tagging_id uuid,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint a_tag_once_on_a_business UNIQUE NULLS NOT DISTINCT (relay_id, tag, business_id),
  constraint business_tags_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint business_tags_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE,
  constraint business_tags_relay_id_fkey FOREIGN KEY (relay_id) REFERENCES relays(id) ON DELETE CASCADE,
  constraint business_tags_tagging_id_fkey FOREIGN KEY (tagging_id) REFERENCES taggings(id),
  constraint tag_is_one_word CHECK ((tag ~ '^[[:alnum:]][[:alnum:]-]{0,29}$'::text))
);
CREATE INDEX business_tags_of_business ON public.business_tags USING btree (business_id);
CREATE INDEX business_tags_of_tagging ON public.business_tags USING btree (tagging_id) WHERE (tagging_id IS NOT NULL);

create table businesses (
  id uuid not null default gen_random_uuid(),
  siret text not null,
  siren text not null generated,
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
  diffusion text not null default 'O'::text,
  source text not null,
  imported_at timestamp with time zone not null,
  words text not null generated,
  sort_name text not null generated,
  constraint business_has_a_name CHECK ((name <> ''::text)),
  constraint businesses_pkey PRIMARY KEY (id),
  constraint diffusion_is_known CHECK ((diffusion = ANY (ARRAY['O'::text, 'P'::text]))),
  constraint siret_has_fourteen_digits CHECK ((siret ~ '^[0-9]{14}$'::text))
);
CREATE INDEX businesses_by_activity ON public.businesses USING btree (activity_code COLLATE "C");
CREATE INDEX businesses_by_commune ON public.businesses USING btree (commune_code) INCLUDE (siret, sort_name, id, department_code, postal_code, activity_code, size_band, diffusion);
CREATE INDEX businesses_by_department ON public.businesses USING btree (department_code);
CREATE INDEX businesses_by_name ON public.businesses USING btree (sort_name, siret) INCLUDE (id, commune_code, department_code, postal_code, activity_code, size_band, diffusion);
CREATE INDEX businesses_by_postal_code ON public.businesses USING btree (postal_code);
CREATE INDEX businesses_by_siren ON public.businesses USING btree (siren);
CREATE INDEX businesses_by_size ON public.businesses USING btree (size_band);
CREATE INDEX businesses_by_words ON public.businesses USING gin (words gin_trgm_ops) WITH (gin_pending_list_limit='131072');
CREATE UNIQUE INDEX one_business_per_siret ON public.businesses USING btree (siret) INCLUDE (id, commune_code, department_code, postal_code, activity_code, size_band, diffusion);

create table calendar_feeds (
  person_id uuid not null,
  token text not null,
  renewed_at timestamp with time zone not null,
  constraint calendar_feeds_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint calendar_feeds_pkey PRIMARY KEY (person_id),
  constraint one_calendar_per_address UNIQUE (token)
);

create table calls (
  id uuid not null default gen_random_uuid(),
  business_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  outcome text not null,
  note text not null default ''::text,
  next_call_on date,
  form_key text,
  constraint a_note_says_something CHECK (((outcome <> 'note'::text) OR (note <> ''::text))),
  constraint call_outcome_is_known CHECK ((outcome = ANY (ARRAY['reached'::text, 'no-answer'::text, 'call-back'::text, 'wrong-number'::text, 'refused'::text, 'note'::text]))),
  constraint calls_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE,
  constraint calls_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint calls_pkey PRIMARY KEY (id),
  constraint one_call_per_form UNIQUE (form_key)
);
CREATE INDEX calls_of_business ON public.calls USING btree (business_id, made_at DESC);
CREATE INDEX calls_to_make ON public.calls USING btree (next_call_on) WHERE (next_call_on IS NOT NULL);

create table certificate_mails (
  certificate_id uuid not null,
  written_at timestamp with time zone not null,
  constraint certificate_mails_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(id) ON DELETE CASCADE,
  constraint certificate_mails_pkey PRIMARY KEY (certificate_id)
);

create table certificates (
  id uuid not null default gen_random_uuid(),
  code text not null,
  person_id uuid not null,
  training_id text not null,
  name text not null,
  language text not null,
  title text not null,
  minutes integer not null,
  followed_on date not null,
  way text not null,
  right_count integer not null,
  question_count integer not null,
  programme jsonb not null,
  issued_at timestamp with time zone not null,
  constraint a_certificate_names_somebody CHECK (((length(name) >= 2) AND (length(name) <= 80))),
  constraint certificates_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint certificates_pkey PRIMARY KEY (id),
  constraint one_certificate_per_code UNIQUE (code),
  constraint one_certificate_per_person_and_training UNIQUE (person_id, training_id),
  constraint way_of_following_is_known CHECK ((way = ANY (ARRAY['declared'::text, 'present'::text, 'watched'::text])))
);

create table contact_refusals (
  business_id uuid not null,
  refused_at timestamp with time zone not null,
  noted_by uuid not null,
  constraint contact_refusals_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE,
  constraint contact_refusals_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id),
  constraint contact_refusals_pkey PRIMARY KEY (business_id)
);

create table counted_results (
  family text not null,
  business_id uuid not null,
  snapshot_id uuid not null,
  place text not null,
  first_edition integer not null,
  last_edition integer,
  constraint a_count_ends_after_it_begins CHECK ((last_edition >= first_edition)),
  constraint counted_results_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE,
  constraint counted_results_snapshot_id_fkey FOREIGN KEY (snapshot_id) REFERENCES snapshots(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX a_business_counts_once ON public.counted_results USING btree (family, business_id) WHERE (last_edition IS NULL);
CREATE INDEX counted_results_by_business ON public.counted_results USING btree (business_id);
CREATE INDEX counted_results_by_snapshot ON public.counted_results USING btree (snapshot_id);

create table credentials (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint credentials_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint credentials_pkey PRIMARY KEY (id)
);
CREATE INDEX credentials_by_person ON public.credentials USING btree (person_id);

create table diagnostics (
  id uuid not null default gen_random_uuid(),
  token text not null,
  release_id text not null,
  business_id uuid,
  person_id uuid,
  language text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  previous_id uuid,
  constraint diagnostics_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id),
  constraint diagnostics_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL,
  constraint diagnostics_pkey PRIMARY KEY (id),
  constraint diagnostics_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES diagnostics(id) ON DELETE SET NULL,
  constraint diagnostics_release_id_fkey FOREIGN KEY (release_id) REFERENCES releases(id),
  constraint diagnostics_token_key UNIQUE (token)
);
CREATE INDEX diagnostics_by_business ON public.diagnostics USING btree (business_id) WHERE (business_id IS NOT NULL);
CREATE INDEX diagnostics_by_finish ON public.diagnostics USING btree (finished_at DESC) WHERE (finished_at IS NOT NULL);
CREATE INDEX diagnostics_by_person ON public.diagnostics USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX one_open_run_after_another ON public.diagnostics USING btree (previous_id) WHERE ((previous_id IS NOT NULL) AND (finished_at IS NULL));

create table edition_bricks (
  edition_id uuid not null,
  brick text not null,
  businesses integer not null,
  counts jsonb not null,
  counted_at timestamp with time zone not null,
  constraint a_brick_holds_ten_businesses CHECK ((businesses >= 10)),
  constraint edition_bricks_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE,
  constraint edition_bricks_pkey PRIMARY KEY (edition_id, brick)
);

create table edition_cells (
  edition_id uuid not null,
  place text not null,
  businesses integer not null,
  figures jsonb not null,
  counted_at timestamp with time zone not null,
  constraint a_cell_shows_ten_businesses CHECK ((businesses >= 10)),
  constraint edition_cells_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE,
  constraint edition_cells_pkey PRIMARY KEY (edition_id, place),
  constraint quartiles_of_ten_businesses CHECK ((NOT jsonb_path_exists(figures, '$."axes".*?(@."of" < 10)'::jsonpath)))
);

create table edition_works (
  id uuid not null default gen_random_uuid(),
  family text not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  step text not null default 'asked'::text,
  ended_at timestamp with time zone,
  outcome text,
  constraint a_work_ends_with_its_outcome CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint edition_outcome_is_known CHECK ((outcome = ANY (ARRAY['made'::text, 'too-soon'::text, 'not-enough'::text, 'nothing-new'::text, 'at-work'::text, 'abandoned'::text]))),
  constraint edition_step_is_known CHECK ((step = ANY (ARRAY['asked'::text, 'gather'::text, 'compare'::text, 'count'::text, 'publish'::text]))),
  constraint edition_works_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id) ON DELETE SET NULL,
  constraint edition_works_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX one_edition_work_at_a_time ON public.edition_works USING btree (family) WHERE (ended_at IS NULL);

create table editions (
  id uuid not null default gen_random_uuid(),
  programme text not null,
  family text not null,
  number integer not null,
  businesses integer not null,
  made_at timestamp with time zone not null,
  constraint an_edition_counts_ten_businesses CHECK ((businesses >= 10)),
  constraint an_edition_once UNIQUE (family, number),
  constraint editions_pkey PRIMARY KEY (id)
);

create table entries (
  key uuid not null,
  diagnostic_id uuid,
  channel text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  constraint entries_diagnostic_id_fkey FOREIGN KEY (diagnostic_id) REFERENCES diagnostics(id) ON DELETE CASCADE,
  constraint entries_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id) ON DELETE SET NULL,
  constraint entries_pkey PRIMARY KEY (key),
  constraint entry_channel_is_known CHECK ((channel = ANY (ARRAY['phone'::text, 'paper'::text, 'adviser'::text])))
);
CREATE INDEX entries_by_diagnostic ON public.entries USING btree (diagnostic_id);
CREATE INDEX entries_by_enterer ON public.entries USING btree (entered_by) WHERE (entered_by IS NOT NULL);

create table feedback (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  training_id text not null,
  training_session_id uuid,
  usefulness text not null,
  pace text,
  word text not null default ''::text,
  given_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint a_word_is_short CHECK ((length(word) <= 300)),
  constraint feedback_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint feedback_pkey PRIMARY KEY (id),
  constraint feedback_training_session_id_fkey FOREIGN KEY (training_session_id) REFERENCES training_sessions(id) ON DELETE CASCADE,
  constraint one_feedback_per_person UNIQUE NULLS NOT DISTINCT (person_id, training_id, training_session_id),
  constraint pace_is_known CHECK ((pace = ANY (ARRAY['slow'::text, 'right'::text, 'fast'::text]))),
  constraint usefulness_is_known CHECK ((usefulness = ANY (ARRAY['yes'::text, 'so-so'::text, 'no'::text])))
);
CREATE INDEX feedback_by_training ON public.feedback USING btree (training_id);

create table follow_ups (
  booking_id uuid not null,
  kind text not null,
  claimed_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  dropped_at timestamp with time zone,
  constraint follow_up_is_known CHECK ((kind = ANY (ARRAY['day-after'::text, 'month-after'::text]))),
  constraint follow_ups_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint follow_ups_pkey PRIMARY KEY (booking_id, kind)
);

create table import_refusals (
  import_id uuid not null,
  line integer not null,
  reason text not null,
  column_name text,
  value text,
  constraint import_refusals_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  constraint import_refusals_pkey PRIMARY KEY (import_id, line)
);

create table imports (
  id uuid not null default gen_random_uuid(),
  source text not null,
  file_name text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  lines integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  constraint imports_pkey PRIMARY KEY (id)
);

create table list_changes (
  id bigint not null,
  run_id uuid,
  listing_id uuid not null,
  listing_before jsonb,
  business_id uuid,
  business_created boolean not null,
  business_before jsonb,
  business_after jsonb,
  contacts_removed jsonb not null,
  changed_at timestamp with time zone not null,
  constraint list_changes_pkey PRIMARY KEY (id),
  constraint list_changes_run_id_fkey FOREIGN KEY (run_id) REFERENCES list_runs(id) ON DELETE CASCADE
);
CREATE INDEX list_changes_by_listing ON public.list_changes USING btree (listing_id, id DESC);
CREATE INDEX list_changes_by_run ON public.list_changes USING btree (run_id, id DESC);

create table list_file_parts (
  file_id uuid not null,
  position integer not null,
  content bytea not null,
  constraint list_file_parts_file_id_fkey FOREIGN KEY (file_id) REFERENCES list_files(id) ON DELETE CASCADE,
  constraint list_file_parts_pkey PRIMARY KEY (file_id, "position")
);

create table list_files (
  id uuid not null default gen_random_uuid(),
  name text not null,
  bytes integer not null,
  hash text not null,
  kept_at timestamp with time zone not null,
  constraint list_files_pkey PRIMARY KEY (id)
);

create table list_rows (
  run_id uuid not null,
  line integer not null,
  outcome text not null,
  reason text,
  column_name text,
  value text,
  notes jsonb not null,
  cells text[] not null,
  constraint list_rows_pkey PRIMARY KEY (run_id, line),
  constraint list_rows_run_id_fkey FOREIGN KEY (run_id) REFERENCES list_runs(id) ON DELETE CASCADE,
  constraint outcome_is_known CHECK ((outcome = ANY (ARRAY['created'::text, 'changed'::text, 'unchanged'::text, 'doubtful'::text, 'refused'::text])))
);

create table list_runs (
  id uuid not null default gen_random_uuid(),
  source text not null,
  file_name text not null,
  file_id uuid,
  sheet integer,
  columns text[] not null,
  mapping jsonb not null,
  is_dry boolean not null,
  state text not null,
  problem text,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  last_line integer not null default 0,
  progress real,
  rows integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  doubtful integer not null default 0,
  refused integer not null default 0,
  noted integer not null default 0,
  constraint a_run_ends_once CHECK (((state = ANY (ARRAY['waiting'::text, 'running'::text])) = (ended_at IS NULL))),
  constraint every_row_has_one_outcome CHECK ((rows = ((((created + changed) + unchanged) + doubtful) + refused))),
  constraint list_runs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id),
  constraint list_runs_file_id_fkey FOREIGN KEY (file_id) REFERENCES list_files(id) ON DELETE SET NULL,
  constraint list_runs_pkey PRIMARY KEY (id),
  constraint state_of_run_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text, 'broken'::text, 'cancelled'::text, 'undoing'::text, 'undone'::text])))
);
CREATE INDEX list_runs_by_date ON public.list_runs USING btree (asked_at DESC);
CREATE UNIQUE INDEX one_run_per_source ON public.list_runs USING btree (source) WHERE ((ended_at IS NULL) AND (NOT is_dry));

create table list_sources (
  name text not null,
  mapping jsonb not null,
  mapped_at timestamp with time zone not null,
  constraint list_sources_pkey PRIMARY KEY (name),
  constraint source_has_a_name CHECK ((name <> ''::text))
);

create table listings (
  id uuid not null default gen_random_uuid(),
  source text not null,
  row_key text not null,
  said jsonb not null,
  said_hash text not null,
  match_key text not null,
  business_id uuid,
  state text not null,
  said_at timestamp with time zone not null,
  run_id uuid,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint a_linked_listing_has_its_business CHECK (((state = 'linked'::text) = (business_id IS NOT NULL))),
  constraint listings_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id),
  constraint listings_pkey PRIMARY KEY (id),
  constraint listings_run_id_fkey FOREIGN KEY (run_id) REFERENCES list_runs(id),
  constraint listings_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES people(id),
  constraint state_of_listing_is_known CHECK ((state = ANY (ARRAY['linked'::text, 'waiting'::text, 'alone'::text])))
);
CREATE INDEX listings_by_business ON public.listings USING btree (business_id) WHERE (business_id IS NOT NULL);
CREATE INDEX listings_by_match ON public.listings USING btree (match_key);
CREATE INDEX listings_waiting ON public.listings USING btree (said_at, id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX one_listing_per_row_of_a_source ON public.listings USING btree (source, row_key);

create table live_rooms (
  training_session_id uuid not null,
  last_event integer not null default 0,
  slides_url text,
  constraint live_rooms_pkey PRIMARY KEY (training_session_id),
  constraint live_rooms_training_session_id_fkey FOREIGN KEY (training_session_id) REFERENCES training_sessions(id) ON DELETE CASCADE
);

create table mail_buckets (
  bucket text not null,
  tokens double precision not null,
  filled_at timestamp with time zone not null,
  constraint mail_buckets_pkey PRIMARY KEY (bucket)
);

create table mailing_days (
  day date not null,
  sent integer not null default 0,
  constraint mailing_days_pkey PRIMARY KEY (day)
);

create table mailings (
  id uuid not null default gen_random_uuid(),
  relay_id uuid,
  topic text not null,
  audience jsonb not null,
  texts jsonb not null,
  state text not null default 'draft'::text,
  starts_at timestamp with time zone,
  pause_reason text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  sent_by uuid,
  built_at timestamp with time zone,
  resumed_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint a_pause_has_a_reason CHECK (((state = 'paused'::text) = (pause_reason IS NOT NULL))),
  constraint mailing_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'sending'::text, 'paused'::text, 'stopped'::text, 'done'::text]))),
  constraint mailing_topic_is_known CHECK ((topic = ANY (ARRAY['trainings'::text, 'news'::text]))),
  constraint mailings_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint mailings_pkey PRIMARY KEY (id),
  constraint mailings_relay_id_fkey FOREIGN KEY (relay_id) REFERENCES relays(id),
  constraint mailings_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id),
  constraint pause_reason_is_known CHECK ((pause_reason = ANY (ARRAY['staff'::text, 'bounces'::text, 'complaints'::text, 'policy'::text]))),
  constraint recipients_come_first CHECK (((state <> ALL (ARRAY['sending'::text, 'done'::text])) OR (built_at IS NOT NULL))),
  constraint what_is_sent_has_a_moment CHECK (((state = 'draft'::text) = (starts_at IS NULL)))
);
CREATE INDEX mailings_at_work ON public.mailings USING btree (starts_at) WHERE (state = ANY (ARRAY['scheduled'::text, 'sending'::text]));

create table mails (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  once_key text,
  recipient text not null,
  subject text not null,
  html text not null,
  plain text not null,
  calendar text,
  calendar_method text,
  created_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  constraint calendar_comes_with_its_method CHECK (((calendar IS NULL) = (calendar_method IS NULL))),
  constraint calendar_method_is_known CHECK ((calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text]))),
  constraint mail_once UNIQUE (once_key),
  constraint mails_pkey PRIMARY KEY (id)
);
CREATE INDEX mails_by_date ON public.mails USING btree (created_at DESC);
CREATE INDEX mails_waiting ON public.mails USING btree (created_at) WHERE (sent_at IS NULL);

create table migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table people (
  id uuid not null default gen_random_uuid(),
  name text not null default ''::text,
  email text not null,
  email_verified boolean not null default false,
  image text,
  language text not null default 'fr'::text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint email_is_lower_case CHECK ((email = lower(email))),
  constraint people_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX one_person_per_email ON public.people USING btree (email);

create table plan_actions (
  plan_id uuid not null,
  position integer not null,
  action_id text not null,
  kind text not null default 'do'::text,
  because jsonb not null,
  constraint an_action_once_in_a_plan UNIQUE (plan_id, action_id),
  constraint at_most_three_actions CHECK ((("position" >= 1) AND ("position" <= 3))),
  constraint plan_action_kind_is_known CHECK ((kind = ANY (ARRAY['do'::text, 'find-out'::text]))),
  constraint plan_actions_pkey PRIMARY KEY (plan_id, "position"),
  constraint plan_actions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
);

create table plans (
  id uuid not null default gen_random_uuid(),
  snapshot_id uuid not null,
  diagnostic_id uuid not null,
  business_id uuid,
  minutes_per_week integer not null,
  euros_per_month integer not null,
  passed_over jsonb not null default '[]'::jsonb,
  made_at timestamp with time zone not null,
  edition_id uuid,
  constraint plans_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id),
  constraint plans_diagnostic_id_fkey FOREIGN KEY (diagnostic_id) REFERENCES diagnostics(id) ON DELETE CASCADE,
  constraint plans_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint plans_pkey PRIMARY KEY (id),
  constraint plans_snapshot_id_fkey FOREIGN KEY (snapshot_id) REFERENCES snapshots(id) ON DELETE CASCADE,
  constraint plans_snapshot_id_key UNIQUE (snapshot_id)
);
CREATE INDEX plans_by_business ON public.plans USING btree (business_id) WHERE (business_id IS NOT NULL);
CREATE INDEX plans_by_diagnostic ON public.plans USING btree (diagnostic_id);

create table practices (
  booking_id uuid not null,
  said text not null,
  action_id text,
  made_proof boolean not null default false,
  said_at timestamp with time zone not null,
  constraint only_what_is_done_is_proven CHECK (((said = 'done'::text) OR ((action_id IS NULL) AND (NOT made_proof)))),
  constraint practice_is_known CHECK ((said = ANY (ARRAY['done'::text, 'not-yet'::text, 'no-help'::text]))),
  constraint practices_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint practices_pkey PRIMARY KEY (booking_id)
);

create table quiz_attempts (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  training_id text not null,
  release_id text not null,
  form_key text not null,
  shown jsonb not null,
  answers jsonb not null,
  right_count integer not null,
  question_count integer not null,
  answered_at timestamp with time zone not null,
  constraint never_more_right_than_asked CHECK ((((right_count >= 0) AND (right_count <= question_count)) AND (question_count > 0))),
  constraint one_attempt_per_form UNIQUE (person_id, training_id, form_key),
  constraint quiz_attempts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint quiz_attempts_pkey PRIMARY KEY (id),
  constraint quiz_attempts_release_id_fkey FOREIGN KEY (release_id) REFERENCES releases(id)
);

create table rate_limits (
  bucket text not null,
  window_start timestamp with time zone not null,
  hits integer not null,
  constraint rate_limits_pkey PRIMARY KEY (bucket, window_start)
);

create table recipients (
  id uuid not null default gen_random_uuid(),
  mailing_id uuid not null,
  person_id uuid not null,
  business_id uuid,
  email text not null,
  address_key bytea not null,
  language text not null,
  destination text not null,
  zone text not null,
  source text not null,
  collected_at timestamp with time zone not null,
  legal_basis text not null,
  notice_version text not null,
  state text not null default 'waiting'::text,
  skipped_because text,
  not_before timestamp with time zone,
  attempts integer not null default 0,
  first_tried_at timestamp with time zone,
  claimed_at timestamp with time zone,
  ended_at timestamp with time zone,
  reply text,
  bounce text,
  bounced_at timestamp with time zone,
  bounce_status text,
  constraint a_skip_has_a_reason CHECK (((state = 'skipped'::text) = (skipped_because IS NOT NULL))),
  constraint bounce_is_known CHECK ((bounce = ANY (ARRAY['hard'::text, 'soft'::text, 'policy'::text, 'complaint'::text]))),
  constraint one_mail_per_person UNIQUE (mailing_id, person_id),
  constraint recipient_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'claimed'::text, 'sent'::text, 'failed'::text, 'deferred'::text, 'skipped'::text, 'uncertain'::text]))),
  constraint recipients_pkey PRIMARY KEY (id)
);
CREATE INDEX recipients_by_address ON public.recipients USING btree (address_key, ended_at DESC) WHERE (state = ANY (ARRAY['sent'::text, 'failed'::text]));
CREATE INDEX recipients_by_person ON public.recipients USING btree (person_id);
CREATE INDEX recipients_ended ON public.recipients USING btree (mailing_id, ended_at DESC) WHERE (state = ANY (ARRAY['sent'::text, 'failed'::text]));
CREATE INDEX recipients_in_hand ON public.recipients USING btree (claimed_at) WHERE (state = 'claimed'::text);
CREATE INDEX recipients_to_send ON public.recipients USING btree (mailing_id, destination, id) WHERE (state = ANY (ARRAY['waiting'::text, 'deferred'::text]));

create table relay_areas (
  relay_id uuid not null,
  commune_code text not null,
  constraint relay_areas_pkey PRIMARY KEY (relay_id, commune_code),
  constraint relay_areas_relay_id_fkey FOREIGN KEY (relay_id) REFERENCES relays(id) ON DELETE CASCADE
);

create table relay_businesses (
  relay_id uuid not null,
  business_id uuid not null,
  source text not null,
  added_at timestamp with time zone not null,
  constraint relay_businesses_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE,
  constraint relay_businesses_pkey PRIMARY KEY (relay_id, business_id),
  constraint relay_businesses_relay_id_fkey FOREIGN KEY (relay_id) REFERENCES relays(id) ON DELETE CASCADE
);
CREATE INDEX relay_businesses_by_business ON public.relay_businesses USING btree (business_id);

create table relay_territories (
  relay_id uuid not null,
  kind text not null,
  code text not null,
  constraint relay_territories_pkey PRIMARY KEY (relay_id, kind, code),
  constraint relay_territories_relay_id_fkey FOREIGN KEY (relay_id) REFERENCES relays(id) ON DELETE CASCADE,
  constraint territory_is_known CHECK ((kind = ANY (ARRAY['region'::text, 'department'::text, 'epci'::text, 'commune'::text])))
);

create table relays (
  id uuid not null default gen_random_uuid(),
  name text not null,
  slug text not null,
  phone text,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint one_relay_per_address UNIQUE (slug),
  constraint relay_has_a_name CHECK ((name <> ''::text)),
  constraint relays_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint relays_pkey PRIMARY KEY (id)
);

create table releases (
  id text not null,
  programme text not null,
  version text not null,
  content jsonb not null,
  created_at timestamp with time zone not null,
  constraint releases_pkey PRIMARY KEY (id)
);

create table reminders (
  booking_id uuid not null,
  kind text not null,
  due_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  dropped_at timestamp with time zone,
  constraint reminder_kind_is_known CHECK ((kind = ANY (ARRAY['day-before'::text, 'hour-before'::text, 'ten-minutes-before'::text]))),
  constraint reminders_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint reminders_pkey PRIMARY KEY (booking_id, kind)
);
CREATE INDEX reminders_due ON public.reminders USING btree (due_at) WHERE ((claimed_at IS NULL) AND (dropped_at IS NULL));

create table replay_watches (
  person_id uuid not null,
  training_id text not null,
  seconds integer not null,
  watched int4multirange not null default '{}'::int4multirange,
  resume_at integer not null default 0,
  first_watched_at timestamp with time zone not null,
  watched_at timestamp with time zone not null,
  constraint a_replay_lasts CHECK ((seconds > 0)),
  constraint replay_watches_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint replay_watches_pkey PRIMARY KEY (person_id, training_id)
);

create table room_events (
  training_session_id uuid not null,
  number integer not null,
  kind text not null,
  subject_id uuid,
  happened_at timestamp with time zone not null,
  constraint event_kind_is_known CHECK ((kind = ANY (ARRAY['question'::text, 'poll'::text, 'people'::text, 'slides'::text]))),
  constraint room_events_pkey PRIMARY KEY (training_session_id, number),
  constraint room_events_training_session_id_fkey FOREIGN KEY (training_session_id) REFERENCES live_rooms(training_session_id) ON DELETE CASCADE
);

create table room_poll_answers (
  poll_id uuid not null,
  booking_id uuid not null,
  choice smallint not null,
  answered_at timestamp with time zone not null,
  constraint choice_is_an_option CHECK (((choice >= 0) AND (choice <= 5))),
  constraint one_answer_per_poll PRIMARY KEY (poll_id, booking_id),
  constraint room_poll_answers_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint room_poll_answers_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES room_polls(id) ON DELETE CASCADE
);
CREATE INDEX room_poll_answers_by_booking ON public.room_poll_answers USING btree (booking_id);

create table room_polls (
  id uuid not null default gen_random_uuid(),
  training_session_id uuid not null,
  words text not null,
  options text[] not null,
  state text not null default 'draft'::text,
  shows_results boolean not null default false,
  form_key text,
  written_at timestamp with time zone not null,
  constraint one_poll_per_form UNIQUE (training_session_id, form_key),
  constraint poll_has_few_words CHECK (((length(words) >= 1) AND (length(words) <= 200))),
  constraint poll_has_two_to_six_options CHECK (((cardinality(options) >= 2) AND (cardinality(options) <= 6))),
  constraint poll_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text]))),
  constraint room_polls_pkey PRIMARY KEY (id),
  constraint room_polls_training_session_id_fkey FOREIGN KEY (training_session_id) REFERENCES training_sessions(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX one_open_poll_per_room ON public.room_polls USING btree (training_session_id) WHERE (state = 'open'::text);

create table room_question_votes (
  question_id uuid not null,
  booking_id uuid not null,
  constraint one_vote_per_question PRIMARY KEY (question_id, booking_id),
  constraint room_question_votes_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint room_question_votes_question_id_fkey FOREIGN KEY (question_id) REFERENCES room_questions(id) ON DELETE CASCADE
);
CREATE INDEX room_question_votes_by_booking ON public.room_question_votes USING btree (booking_id);

create table room_questions (
  id uuid not null default gen_random_uuid(),
  training_session_id uuid not null,
  booking_id uuid not null,
  words text not null,
  state text not null default 'shown'::text,
  form_key text,
  asked_at timestamp with time zone not null,
  constraint one_question_per_form UNIQUE (booking_id, form_key),
  constraint question_has_few_words CHECK (((length(words) >= 1) AND (length(words) <= 300))),
  constraint question_state_is_known CHECK ((state = ANY (ARRAY['shown'::text, 'answered'::text, 'hidden'::text]))),
  constraint room_questions_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE CASCADE,
  constraint room_questions_pkey PRIMARY KEY (id),
  constraint room_questions_training_session_id_fkey FOREIGN KEY (training_session_id) REFERENCES training_sessions(id) ON DELETE CASCADE
);
CREATE INDEX room_questions_by_session ON public.room_questions USING btree (training_session_id);

create table segments (
  id uuid not null default gen_random_uuid(),
  relay_id uuid,
  name text not null,
  rule jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint one_segment_per_name UNIQUE NULLS NOT DISTINCT (relay_id, name),
  constraint segment_has_a_name CHECK ((name <> ''::text)),
  constraint segments_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint segments_pkey PRIMARY KEY (id),
  constraint segments_relay_id_fkey FOREIGN KEY (relay_id) REFERENCES relays(id) ON DELETE CASCADE
);

create table session_changes (
  training_session_id uuid not null,
  version integer not null,
  kind text not null,
  was_starts_at timestamp with time zone not null,
  was_zone text not null,
  message text,
  told integer not null,
  form_key text,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint one_change_per_form UNIQUE (form_key),
  constraint session_change_is_known CHECK ((kind = ANY (ARRAY['moved'::text, 'called-off'::text]))),
  constraint session_changes_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id),
  constraint session_changes_pkey PRIMARY KEY (training_session_id, version),
  constraint session_changes_training_session_id_fkey FOREIGN KEY (training_session_id) REFERENCES training_sessions(id) ON DELETE CASCADE
);

create table short_addresses (
  code text not null,
  diagnostic_id uuid not null,
  made_by uuid,
  expires_at timestamp with time zone not null,
  constraint short_addresses_diagnostic_id_fkey FOREIGN KEY (diagnostic_id) REFERENCES diagnostics(id) ON DELETE CASCADE,
  constraint short_addresses_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id) ON DELETE SET NULL,
  constraint short_addresses_pkey PRIMARY KEY (code),
  constraint short_code_is_readable CHECK ((code ~ '^[a-hjkmnp-z2-9]{10}$'::text))
);
CREATE INDEX short_addresses_by_diagnostic ON public.short_addresses USING btree (diagnostic_id);
CREATE INDEX short_addresses_by_maker ON public.short_addresses USING btree (made_by) WHERE (made_by IS NOT NULL);

create table sign_ins (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint sign_ins_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint sign_ins_pkey PRIMARY KEY (id),
  constraint sign_ins_token_key UNIQUE (token)
);
CREATE INDEX sign_ins_by_person ON public.sign_ins USING btree (person_id);

create table snapshots (
  id uuid not null default gen_random_uuid(),
  diagnostic_id uuid not null,
  release_id text not null,
  engine text not null,
  last_event_id bigint not null,
  result jsonb not null,
  made_at timestamp with time zone not null,
  constraint snapshots_diagnostic_id_fkey FOREIGN KEY (diagnostic_id) REFERENCES diagnostics(id) ON DELETE CASCADE,
  constraint snapshots_pkey PRIMARY KEY (id),
  constraint snapshots_release_id_fkey FOREIGN KEY (release_id) REFERENCES releases(id)
);
CREATE UNIQUE INDEX one_snapshot_per_last_answer ON public.snapshots USING btree (diagnostic_id, last_event_id, engine);

create table staff_members (
  person_id uuid not null,
  role text not null,
  invited_at timestamp with time zone not null,
  invited_by uuid,
  joined_at timestamp with time zone,
  relay_id uuid,
  constraint only_some_roles_have_a_relay CHECK (((relay_id IS NULL) OR (role = ANY (ARRAY['adviser'::text, 'relay-manager'::text])))),
  constraint relay_manager_has_a_relay CHECK (((role <> 'relay-manager'::text) OR (relay_id IS NOT NULL))),
  constraint staff_members_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id),
  constraint staff_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint staff_members_pkey PRIMARY KEY (person_id),
  constraint staff_members_relay_id_fkey FOREIGN KEY (relay_id) REFERENCES relays(id),
  constraint staff_role_is_known CHECK ((role = ANY (ARRAY['adviser'::text, 'trainer'::text, 'operator'::text, 'relay-manager'::text])))
);

create table suppression_key (
  is_the_only_one boolean not null default true,
  key text not null default ((gen_random_uuid())::text || (gen_random_uuid())::text),
  constraint suppression_key_pkey PRIMARY KEY (is_the_only_one),
  constraint there_is_one_key CHECK (is_the_only_one)
);

create table suppressions (
  address_key bytea not null,
  scope text not null default 'all'::text,
  reason text not null,
  suppressed_at timestamp with time zone not null,
  recipient_id uuid,
  constraint only_people_choose_a_topic CHECK (((scope = 'all'::text) OR (reason = 'unsubscribed'::text))),
  constraint suppression_reason_is_known CHECK ((reason = ANY (ARRAY['unsubscribed'::text, 'complaint'::text, 'hard-bounce'::text, 'soft-bounces'::text, 'staff'::text]))),
  constraint suppression_scope_is_known CHECK ((scope = ANY (ARRAY['all'::text, 'trainings'::text, 'news'::text]))),
  constraint suppressions_pkey PRIMARY KEY (address_key, scope, reason)
);

create table taggings (
  id uuid not null default gen_random_uuid(),
  relay_id uuid,
  tag text not null,
  businesses integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint taggings_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint taggings_pkey PRIMARY KEY (id),
  constraint taggings_relay_id_fkey FOREIGN KEY (relay_id) REFERENCES relays(id) ON DELETE CASCADE
);

create table training_sessions (
  id uuid not null default gen_random_uuid(),
  training_id text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  zone text not null,
  capacity integer not null,
  seats_taken integer not null default 0,
  trainer text not null,
  room_url text,
  cancelled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  trainer_person_id uuid,
  form_key text,
  people_waiting integer not null default 0,
  waiting_places integer not null default 30,
  version integer not null default 0,
  constraint never_a_longer_line_than_places CHECK (((people_waiting >= 0) AND (people_waiting <= waiting_places))),
  constraint never_a_seat_idle_while_somebody_waits CHECK (((people_waiting = 0) OR (cancelled_at IS NOT NULL) OR (seats_taken >= capacity))),
  constraint never_more_seats_than_capacity CHECK (((seats_taken >= 0) AND (seats_taken <= capacity))),
  constraint one_session_per_form UNIQUE (form_key),
  constraint session_ends_after_it_starts CHECK ((ends_at > starts_at)),
  constraint training_sessions_pkey PRIMARY KEY (id),
  constraint training_sessions_trainer_person_id_fkey FOREIGN KEY (trainer_person_id) REFERENCES people(id)
);
CREATE INDEX training_sessions_by_start ON public.training_sessions USING btree (starts_at);
CREATE INDEX training_sessions_by_trainer ON public.training_sessions USING btree (trainer_person_id, starts_at);
CREATE INDEX training_sessions_by_training ON public.training_sessions USING btree (training_id, starts_at);

create table verifications (
  id uuid not null default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_by_identifier ON public.verifications USING btree (identifier);

create table waitlist_entries (
  id uuid not null default gen_random_uuid(),
  token text not null,
  training_session_id uuid not null,
  person_id uuid not null,
  business_id uuid,
  diagnostic_id uuid,
  language text not null,
  form_key text,
  ticket integer not null,
  state text not null default 'waiting'::text,
  joined_at timestamp with time zone not null,
  offered_at timestamp with time zone,
  expires_at timestamp with time zone,
  ended_at timestamp with time zone,
  booking_id uuid,
  asked_by uuid,
  constraint an_offer_says_when_it_ends CHECK (((state <> 'offered'::text) OR (expires_at IS NOT NULL))),
  constraint state_of_waiting_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint waitlist_entries_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id),
  constraint waitlist_entries_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id),
  constraint waitlist_entries_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id),
  constraint waitlist_entries_diagnostic_id_fkey FOREIGN KEY (diagnostic_id) REFERENCES diagnostics(id) ON DELETE SET NULL,
  constraint waitlist_entries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint waitlist_entries_pkey PRIMARY KEY (id),
  constraint waitlist_entries_token_key UNIQUE (token),
  constraint waitlist_entries_training_session_id_fkey FOREIGN KEY (training_session_id) REFERENCES training_sessions(id),
  constraint who_accepts_gets_a_booking CHECK (((state = 'accepted'::text) = (booking_id IS NOT NULL)))
);
CREATE INDEX offers_to_expire ON public.waitlist_entries USING btree (expires_at) WHERE (state = 'offered'::text);
CREATE UNIQUE INDEX one_live_entry_per_person ON public.waitlist_entries USING btree (training_session_id, person_id) WHERE (state = ANY (ARRAY['waiting'::text, 'offered'::text]));
CREATE INDEX waitlist_entries_by_person ON public.waitlist_entries USING btree (person_id);
CREATE INDEX waitlist_entries_in_line ON public.waitlist_entries USING btree (training_session_id, ticket) WHERE (state = 'waiting'::text);

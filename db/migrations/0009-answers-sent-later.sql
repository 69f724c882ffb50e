-- Answers given without a network wait in the browser, and may be sent more than once.

alter table answer_events add column idempotency_key uuid;
comment on column answer_events.idempotency_key is 'Made by the browser with the answer; null: sent by the form itself.';
create unique index an_answer_is_kept_once on answer_events (diagnostic_id, idempotency_key)
  where idempotency_key is not null;

drop trigger answer_events_are_append_only on answer_events;
create trigger answer_events_are_append_only
  before update of id, diagnostic_id, question_id, option_id, source, channel, answered_at, idempotency_key on answer_events
  for each row execute function refuse_change();

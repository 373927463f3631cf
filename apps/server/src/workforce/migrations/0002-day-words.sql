-- What technicians say themselves of the hours asked of one day. `source_id`: the poll it answers; the technician's own
-- id when nobody asked. Hours are wall-clock times; an end that is not after its start is on the next day.
create table workforce.day_words (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  source_id uuid not null,
  date date not null,
  asked_from time not null,
  asked_until time not null,
  state text not null check (state in ('available', 'unavailable', 'pending')),
  starts time,
  ends time,
  impossible jsonb not null,
  why text,
  note text not null,
  told_at timestamptz not null,
  told_by text not null,
  primary key (organization_id, id),
  unique (organization_id, technician_id, date, source_id, asked_from),
  foreign key (organization_id, technician_id) references workforce.technicians (organization_id, id),
  check ((starts is null) = (ends is null)),
  check (state = 'available' or (starts is null and impossible = '[]'))
);
create index day_words_by_source on workforce.day_words (organization_id, source_id);
call platform.protect('workforce.day_words');

create view workforce.v_day_words with (security_invoker = true) as
  select organization_id, id, technician_id, source_id, date, asked_from, asked_until, state, starts, ends, impossible, why,
    note, told_at, told_by
  from workforce.day_words;
grant select on workforce.v_day_words to regie_app;

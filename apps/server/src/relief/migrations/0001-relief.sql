create schema relief;
grant usage on schema relief to regie_app;

create table relief.settings (
  organization_id uuid not null,
  version int not null default 1,
  body jsonb not null,
  primary key (organization_id)
);
call platform.protect('relief.settings');

-- A seat that changes hands. One search at a time for a seat.
create table relief.requests (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  kind text not null check (kind in ('release', 'swap', 'replacement', 'emergency')),
  state text not null check (state in ('proposed', 'asking', 'to_approve', 'settled', 'refused', 'expired', 'cancelled')),
  work_order_id uuid not null,
  position_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- What is given away; null when the seat is open already.
  assignment_id uuid,
  from_technician_id uuid,
  -- What the other gives for it.
  in_return_id uuid,
  absence_id uuid,
  reason text not null,
  created_at timestamptz not null,
  created_by text not null,
  alarm_at timestamptz not null,
  closes_at timestamptz not null,
  next_wave_at timestamptz,
  wave int not null default 0,
  exhausted boolean not null default false,
  alarmed boolean not null default false,
  escalates_at timestamptz,
  escalated boolean not null default false,
  taker_id uuid,
  settled_at timestamptz,
  decided_by text,
  primary key (organization_id, id)
);
create unique index requests_one_open on relief.requests (organization_id, position_id) where state in ('proposed', 'asking', 'to_approve');
create index requests_newest on relief.requests (organization_id, created_at desc);
create index requests_of_assignment on relief.requests (organization_id, assignment_id);
call platform.protect('relief.requests');

-- One person who was asked. Once each.
create table relief.asks (
  organization_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  technician_id uuid not null,
  wave int not null,
  rank int not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  added_travel_seconds int not null,
  added_travel_metres int not null,
  planned_minutes int not null,
  state text not null default 'asked' check (state in ('asked', 'yes', 'no', 'missed', 'unable')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, request_id, technician_id),
  foreign key (organization_id, request_id) references relief.requests (organization_id, id)
);
create index asks_of_technician on relief.asks (organization_id, technician_id, asked_at desc);
call platform.protect('relief.asks');

-- Whom the clock concerns: the one question that crosses tenants.
create policy system_reads on relief.requests for select to regie_system using (true);
create function relief.waiting_organizations()
  returns table (organization_id uuid, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select distinct organization.organization_id, organization.time_zone
    from relief.requests as request
    join identity.v_organizations as organization on organization.organization_id = request.organization_id
    where request.state in ('proposed', 'asking', 'to_approve')
  $$;
revoke execute on all functions in schema relief from public;
grant execute on all functions in schema relief to regie_app, regie_system;

-- For modules above: which messages about an ask still matter.
create view relief.v_asks with (security_invoker = true) as
  select ask.organization_id, ask.id, ask.request_id, ask.technician_id, ask.state, request.state as request_state
  from relief.asks as ask
  join relief.requests as request on request.organization_id = ask.organization_id and request.id = ask.request_id;
grant select on relief.v_asks to regie_app;

-- What happened to an assignment once it was given: answers and changes, one row each, never changed.
create table relief.facts (
  organization_id uuid not null,
  key text not null,
  assignment_id uuid not null,
  technician_id uuid not null,
  kind text not null check (kind in ('given', 'accepted', 'declined', 'moved', 'reassigned', 'removed', 'exchanged')),
  at timestamptz not null,
  primary key (organization_id, key)
);
create index facts_by_time on relief.facts (organization_id, at);
create index facts_of_assignment on relief.facts (organization_id, assignment_id, at);
call platform.protect('relief.facts');
revoke update, delete on relief.facts from regie_app;

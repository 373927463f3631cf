create schema planning;
grant usage on schema planning to regie_app;

-- Who sits on which seat when. `during` is only for the exclusion constraint: under row-level security its
-- operators would not use an index, so every read filters on starts_at and ends_at.
create table planning.assignments (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  work_order_id uuid not null,
  position_id uuid not null,
  technician_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  state text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn', 'en_route', 'started', 'paused', 'finished')),
  live boolean not null generated always as (state not in ('declined', 'withdrawn')) stored,
  locked boolean not null default false,
  published_at timestamptz,
  declined_reason text,
  primary key (organization_id, id),
  check (starts_at < ends_at),
  -- A technician is in one place at a time. Deferrable, so that two people can swap their visits in one transaction.
  constraint assignments_one_place exclude using gist (organization_id with =, technician_id with =, during with &&)
    where (live) deferrable initially immediate
);
-- A seat has one technician.
create unique index assignments_one_seat on planning.assignments (organization_id, position_id) where live;
create index assignments_by_time on planning.assignments (organization_id, starts_at) where live;
create index assignments_by_technician on planning.assignments (organization_id, technician_id, starts_at) where live;
create index assignments_by_work_order on planning.assignments (organization_id, work_order_id);
call platform.protect('planning.assignments');

create table planning.runs (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  state text not null,
  trigger text not null,
  from_date date not null,
  until_date date not null,
  technician_ids jsonb not null,
  work_order_ids jsonb not null,
  policy text,
  seconds int not null,
  keep text not null,
  created_at timestamptz not null,
  created_by text not null,
  started_at timestamptz,
  finished_at timestamptz,
  attempts int not null default 0,
  progress jsonb,
  failure text,
  proposal jsonb,
  primary key (organization_id, id)
);
call platform.protect('planning.runs');

create table planning.policies (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  name text not null,
  policy jsonb not null,
  primary key (organization_id, id),
  unique (organization_id, name)
);
call platform.protect('planning.policies');

create table planning.settings (
  organization_id uuid not null,
  version int not null default 1,
  policy text not null,
  nightly boolean not null,
  nightly_days int not null,
  on_new_work_order boolean not null,
  primary key (organization_id)
);
call platform.protect('planning.settings');
create policy system_reads on planning.settings for select to regie_system using (true);

-- Nights that were planned already: the row is the claim, so that 02:00 happens once per local date.
create table planning.nights (
  organization_id uuid not null,
  local_date date not null,
  run_id uuid not null,
  primary key (organization_id, local_date)
);
call platform.protect('planning.nights');

-- Work that became plannable since the last look, for organisations that want a proposal for it.
create table planning.newcomers (
  organization_id uuid not null,
  work_order_id uuid not null,
  primary key (organization_id, work_order_id)
);
call platform.protect('planning.newcomers');

-- Ways asked of a routing service, by coordinates rounded to 1/10,000 degree (some ten metres).
create table planning.travel_legs (
  organization_id uuid not null,
  source text not null,
  from_latitude int not null,
  from_longitude int not null,
  to_latitude int not null,
  to_longitude int not null,
  seconds int,
  metres int,
  fetched_at timestamptz not null,
  primary key (organization_id, source, from_latitude, from_longitude, to_latitude, to_longitude)
);
call platform.protect('planning.travel_legs');

create view planning.v_assignments with (security_invoker = true) as
  select organization_id, id, version, work_order_id, position_id, technician_id, starts_at, ends_at, state, live, locked,
    published_at, declined_reason
  from planning.assignments;
grant select on planning.v_assignments to regie_app;

-- The one question that crosses tenants: whom the clock concerns.
create function planning.watched_organizations()
  returns table (organization_id uuid, time_zone text, language text)
  language sql stable security definer set search_path = '' as $$
    select settings.organization_id, organization.time_zone, organization.language
    from planning.settings as settings
    join identity.v_organizations as organization on organization.organization_id = settings.organization_id
    where settings.nightly or settings.on_new_work_order
  $$;
revoke execute on function planning.watched_organizations from public;
grant execute on function planning.watched_organizations to regie_app, regie_system;

-- Maintenance that comes back: contracts, their series, and which work order each visit became.
create table work_orders.contracts (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  external_id text,
  reference text not null,
  name text not null,
  client_id uuid not null,
  site_ids uuid[] not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  renews_on date,
  notice_days int not null check (notice_days >= 0),
  paused_from date,
  paused_until date check (paused_until >= paused_from),
  end_reason text not null default '',
  notes text not null,
  created_at timestamptz not null,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(reference || ' ' || name || ' ' || coalesce(external_id, ''))) stored,
  primary key (organization_id, id),
  unique (organization_id, reference),
  unique (organization_id, external_id)
);
create index contracts_by_client on work_orders.contracts (organization_id, client_id);
call platform.protect('work_orders.contracts');

-- `work`, `season_work` and `rule` are as the contract package has them. No day before `first_on`: a series that took over
-- "this and following" keeps the beginning that its rhythm is counted from.
create table work_orders.series (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  contract_id uuid not null,
  site_id uuid not null,
  follows_id uuid,
  work jsonb not null,
  season_work jsonb not null,
  rule jsonb not null,
  first_on date not null,
  preferred_technician_id uuid,
  made_until date,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, contract_id) references work_orders.contracts (organization_id, id),
  foreign key (organization_id, follows_id) references work_orders.series (organization_id, id)
);
create index series_by_contract on work_orders.series (organization_id, contract_id);
create index series_to_make on work_orders.series (organization_id, made_until nulls first, id);
create index series_by_technician on work_orders.series (organization_id, preferred_technician_id);
call platform.protect('work_orders.series');
create policy system_reads on work_orders.series for select to regie_system using (true);

-- One row a day of a series, the last word on "never twice". `occurs_on` is the day by the rule, `happens_on` the day it
-- is to be; they differ where it was moved.
create table work_orders.occurrences (
  organization_id uuid not null,
  series_id uuid not null,
  occurs_on date not null,
  happens_on date not null,
  season int not null,
  exception text check (exception in ('moved', 'skipped', 'changed')),
  start_time text,
  end_time text,
  work_order_id uuid,
  primary key (organization_id, series_id, occurs_on),
  foreign key (organization_id, series_id) references work_orders.series (organization_id, id),
  foreign key (organization_id, work_order_id) references work_orders.work_orders (organization_id, id) deferrable initially deferred
);
create unique index occurrences_by_work_order on work_orders.occurrences (organization_id, work_order_id);
call platform.protect('work_orders.occurrences');

create table work_orders.series_settings (
  organization_id uuid not null,
  version int not null default 1,
  horizon_weeks int not null check (horizon_weeks between 1 and 26),
  alsace_moselle text not null check (alsace_moselle in ('site', 'always', 'never')),
  primary key (organization_id)
);
call platform.protect('work_orders.series_settings');

-- Nights on which visits were made: the row is the claim, so that each local date is begun once.
create table work_orders.series_nights (
  organization_id uuid not null,
  local_date date not null,
  primary key (organization_id, local_date)
);
call platform.protect('work_orders.series_nights');

-- The one question that crosses tenants: who has series at all.
create function work_orders.organizations_with_series()
  returns table (organization_id uuid, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select organization.organization_id, organization.time_zone
    from identity.v_organizations as organization
    where exists (select from work_orders.series as series where series.organization_id = organization.organization_id)
  $$;
revoke execute on function work_orders.organizations_with_series from public;
grant execute on function work_orders.organizations_with_series to regie_app, regie_system;

-- What planning may read: the visits of series, and who is wished for.
create view work_orders.v_series_visits with (security_invoker = true) as
  select occurrence.organization_id, occurrence.work_order_id, occurrence.series_id, occurrence.happens_on,
    series.contract_id, series.preferred_technician_id
  from work_orders.occurrences as occurrence
  join work_orders.series as series
    on series.organization_id = occurrence.organization_id and series.id = occurrence.series_id
  where occurrence.work_order_id is not null;
grant select on work_orders.v_series_visits to regie_app;

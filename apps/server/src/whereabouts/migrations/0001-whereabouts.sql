create schema whereabouts;
grant usage on schema whereabouts to regie_app;

create table whereabouts.settings (
  organization_id uuid not null,
  version int not null default 1,
  enabled boolean not null,
  keep_minutes int not null check (keep_minutes between 5 and 120),
  primary key (organization_id)
);
call platform.protect('whereabouts.settings');

-- What a technician said to sharing their position, with the words, and until when it held: the log of on and off.
create table whereabouts.agreements (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  words text not null,
  agreed_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id)
);
create unique index agreements_in_force on whereabouts.agreements (organization_id, technician_id) where ended_at is null;
create index agreements_of_technician on whereabouts.agreements (organization_id, technician_id, agreed_at);
call platform.protect('whereabouts.agreements');
revoke delete on whereabouts.agreements from regie_app;

-- The last position on the way to a visit; each takes the place of the one before.
create table whereabouts.positions (
  organization_id uuid not null,
  assignment_id uuid not null,
  work_order_id uuid not null,
  technician_id uuid not null,
  latitude double precision not null,
  longitude double precision not null,
  at timestamptz not null,
  way_seconds int,
  primary key (organization_id, assignment_id)
);
create index positions_of_visit on whereabouts.positions (organization_id, work_order_id);
call platform.protect('whereabouts.positions');

-- Where the clock has something to delete: the one question that crosses tenants, and it tells no position.
create policy system_reads on whereabouts.positions for select to regie_system using (true);
create function whereabouts.holding_organizations()
  returns table (organization_id uuid, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select organization.organization_id, organization.time_zone
    from identity.v_organizations as organization
    where exists (select from whereabouts.positions as position
      where position.organization_id = organization.organization_id)
  $$;
revoke execute on all functions in schema whereabouts from public;
grant execute on all functions in schema whereabouts to regie_app, regie_system;

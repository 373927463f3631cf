create schema portal;
grant usage on schema portal to regie_app;

create table portal.settings (
  organization_id uuid not null,
  version int not null default 1,
  window_minutes int not null,
  moving text not null check (moving in ('direct', 'approval', 'off')),
  lead_hours int not null,
  horizon_days int not null,
  hold_minutes int not null,
  link_days int not null,
  phone text not null,
  bad_stars int not null,
  preparations jsonb not null,
  by_template jsonb not null,
  primary key (organization_id)
);
call platform.protect('portal.settings');

-- A way to the page of one visit. The token is no row: it is made from the id and the installation's secret.
create table portal.links (
  organization_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  name text not null,
  email text not null,
  mobile text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text not null default '',
  primary key (organization_id, id)
);
create unique index links_of_visit on portal.links (organization_id, work_order_id) where revoked_at is null;
create index links_by_id on portal.links (id);
call platform.protect('portal.links');

-- Every window that a client was given. The window is never changed; what became of it is.
create table portal.promises (
  organization_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  name text not null,
  starts_at timestamptz not null,
  until timestamptz not null,
  given_at timestamptz not null,
  given_by text not null,
  channels jsonb not null,
  is_first boolean not null,
  reminded_at timestamptz,
  confirmed_at timestamptz,
  state text not null default 'open' check (state in ('open', 'kept', 'late', 'withdrawn', 'released')),
  settled_at timestamptz,
  arrived_at timestamptz,
  by_seconds int,
  primary key (organization_id, id)
);
create unique index promises_open on portal.promises (organization_id, work_order_id) where state = 'open';
create index promises_of_visit on portal.promises (organization_id, work_order_id, given_at);
create index promises_by_hour on portal.promises (organization_id, starts_at, id);
call platform.protect('portal.promises');

-- What clients said. `waits`: somebody at the office has to look at it.
create table portal.answers (
  organization_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('confirmed', 'moved', 'time_asked', 'call_wanted', 'rated')),
  work_order_id uuid not null,
  link_id uuid not null,
  name text not null,
  starts_at timestamptz,
  phone text not null default '',
  comment text not null default '',
  stars int check (stars between 1 and 5),
  solved boolean,
  quotable boolean not null default false,
  at timestamptz not null,
  waits boolean not null,
  settled_at timestamptz,
  settled_by text not null default '',
  outcome text not null default '',
  primary key (organization_id, id),
  foreign key (organization_id, link_id) references portal.links (organization_id, id)
);
create index answers_of_visit on portal.answers (organization_id, work_order_id, at);
create index answers_newest on portal.answers (organization_id, at desc, id desc);
create index answers_waiting on portal.answers (organization_id, at, id) where waits and settled_at is null;
create unique index answers_rated on portal.answers (organization_id, work_order_id) where kind = 'rated';
call platform.protect('portal.answers');

-- That a client is to be told something: what, is read from the plan when it is told. One of a kind waits at a time.
create table portal.notices (
  organization_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('change', 'on_the_way', 'survey', 'report')),
  work_order_id uuid not null,
  facts jsonb not null,
  tell_at timestamptz not null,
  settled_at timestamptz,
  primary key (organization_id, id)
);
create unique index notices_waiting on portal.notices (organization_id, work_order_id, kind) where settled_at is null;
create index notices_due on portal.notices (organization_id, tell_at) where settled_at is null;
call platform.protect('portal.notices');

-- What the holder of an address wishes. Consent to offers is a fact with its moment and the words it was given to.
create table portal.addresses (
  organization_id uuid not null,
  id uuid not null,
  address text not null,
  name text not null,
  language text check (language in ('fr', 'en')),
  is_wanted boolean not null default true,
  -- The link by which the holder spoke: one person may have an address and a number.
  spoke_by uuid,
  offers_since timestamptz,
  offers_words text not null default '',
  offers_ended_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, address)
);
create index addresses_by_id on portal.addresses (id);
call platform.protect('portal.addresses');

-- The questions that cross tenants: whom the clock concerns, whose visit or address a link is of.
create policy system_reads on portal.links for select to regie_system using (true);
create policy system_reads on portal.addresses for select to regie_system using (true);

create function portal.organizations()
  returns table (organization_id uuid, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select organization.organization_id, organization.time_zone from identity.v_organizations as organization
  $$;
create function portal.find_link(wanted uuid)
  returns table (organization_id uuid, link_id uuid, work_order_id uuid, time_zone text, name text, email text, mobile text,
    expires_at timestamptz, revoked_at timestamptz)
  language sql stable security definer set search_path = '' as $$
    select link.organization_id, link.id, link.work_order_id, organization.time_zone, link.name, link.email, link.mobile,
      link.expires_at, link.revoked_at
    from portal.links as link
    join identity.v_organizations as organization on organization.organization_id = link.organization_id
    where link.id = wanted
  $$;
create function portal.find_address(wanted uuid)
  returns table (organization_id uuid, address_id uuid, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select address.organization_id, address.id, organization.time_zone
    from portal.addresses as address
    join identity.v_organizations as organization on organization.organization_id = address.organization_id
    where address.id = wanted
  $$;
revoke execute on all functions in schema portal from public;
grant execute on all functions in schema portal to regie_app, regie_system;

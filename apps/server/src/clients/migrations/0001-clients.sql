create schema clients;
grant usage on schema clients to regie_app;

create table clients.clients (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  external_id text,
  name text not null,
  kind text not null,
  siret text not null,
  phone text not null,
  email text not null,
  notes text not null,
  archived_at timestamptz,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(name || ' ' || coalesce(external_id, '') || ' ' || siret || ' ' || phone || ' ' || email)) stored,
  primary key (organization_id, id),
  unique (organization_id, external_id)
);
create index clients_by_name on clients.clients (organization_id, sort_name, id);
call platform.protect('clients.clients');

create table clients.sites (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  client_id uuid not null,
  external_id text,
  name text not null,
  address_line text not null,
  postcode text not null,
  city text not null,
  country text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  access_instructions text not null,
  notes text not null,
  archived_at timestamptz,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(name || ' ' || coalesce(external_id, '') || ' ' || address_line || ' ' || postcode || ' ' || city)) stored,
  primary key (organization_id, id),
  unique (organization_id, external_id),
  foreign key (organization_id, client_id) references clients.clients (organization_id, id),
  check ((latitude is null) = (longitude is null))
);
create index sites_by_name on clients.sites (organization_id, sort_name, id);
create index sites_by_client on clients.sites (organization_id, client_id);
call platform.protect('clients.sites');

create table clients.contacts (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  client_id uuid not null,
  site_id uuid,
  name text not null,
  duty text not null,
  phone text not null,
  email text not null,
  primary key (organization_id, id),
  foreign key (organization_id, client_id) references clients.clients (organization_id, id),
  foreign key (organization_id, site_id) references clients.sites (organization_id, id)
);
create index contacts_by_client on clients.contacts (organization_id, client_id);
call platform.protect('clients.contacts');

create table clients.assets (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  site_id uuid not null,
  external_id text,
  name text not null,
  kind text not null,
  attributes jsonb not null,
  notes text not null,
  archived_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, external_id),
  foreign key (organization_id, site_id) references clients.sites (organization_id, id)
);
create index assets_by_site on clients.assets (organization_id, site_id);
call platform.protect('clients.assets');

-- What other modules may read of a site.
create view clients.v_sites with (security_invoker = true) as
  select organization_id, id, client_id, external_id, name, address_line, postcode, city, country,
    latitude, longitude, access_instructions, archived_at, search_text
  from clients.sites;
create view clients.v_clients with (security_invoker = true) as
  select organization_id, id, external_id, name, phone, email, archived_at, search_text
  from clients.clients;
grant select on clients.v_sites, clients.v_clients to regie_app;

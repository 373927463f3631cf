-- The whole schema, for reading: written by npm run generate, compared in the tests.

create schema clients;
create schema platform;

grant usage on schema clients to regie_app;
grant usage on schema platform to regie_app;
grant usage on schema platform to regie_system;

create extension btree_gist with schema public;
create extension pg_trgm with schema public;
create extension unaccent with schema public;

CREATE OR REPLACE FUNCTION platform.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION platform.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, value))
;
CREATE OR REPLACE PROCEDURE platform.protect(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to regie_app using (organization_id = (select platform.current_organization())) with check (organization_id = (select platform.current_organization()))',
    target);
  execute format('grant select, insert, update, delete on %s to regie_app', target);
end $procedure$
;

create table clients.assets (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  site_id uuid not null,
  external_id text,
  name text not null,
  kind text not null,
  attributes jsonb not null,
  notes text not null,
  archived_at timestamp with time zone,
  constraint assets_pkey PRIMARY KEY (organization_id, id),
  constraint assets_organization_id_external_id_key UNIQUE (organization_id, external_id),
  constraint assets_organization_id_site_id_fkey FOREIGN KEY (organization_id, site_id) REFERENCES clients.sites(organization_id, id)
);
CREATE INDEX assets_by_site ON clients.assets USING btree (organization_id, site_id);
alter table clients.assets enable row level security;
alter table clients.assets force row level security;
create policy tenant on clients.assets for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table clients.assets to regie_app;

create table clients.clients (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  external_id text,
  name text not null,
  kind text not null,
  siret text not null,
  phone text not null,
  email text not null,
  notes text not null,
  archived_at timestamp with time zone,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(((((((((name || ' '::text) || COALESCE(external_id, ''::text)) || ' '::text) || siret) || ' '::text) || phone) || ' '::text) || email))) stored,
  constraint clients_pkey PRIMARY KEY (organization_id, id),
  constraint clients_organization_id_external_id_key UNIQUE (organization_id, external_id)
);
CREATE INDEX clients_by_name ON clients.clients USING btree (organization_id, sort_name, id);
alter table clients.clients enable row level security;
alter table clients.clients force row level security;
create policy tenant on clients.clients for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table clients.clients to regie_app;

create table clients.contacts (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  client_id uuid not null,
  site_id uuid,
  name text not null,
  duty text not null,
  phone text not null,
  email text not null,
  constraint contacts_pkey PRIMARY KEY (organization_id, id),
  constraint contacts_organization_id_client_id_fkey FOREIGN KEY (organization_id, client_id) REFERENCES clients.clients(organization_id, id),
  constraint contacts_organization_id_site_id_fkey FOREIGN KEY (organization_id, site_id) REFERENCES clients.sites(organization_id, id)
);
CREATE INDEX contacts_by_client ON clients.contacts USING btree (organization_id, client_id);
alter table clients.contacts enable row level security;
alter table clients.contacts force row level security;
create policy tenant on clients.contacts for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table clients.contacts to regie_app;

create table clients.sites (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  client_id uuid not null,
  external_id text,
  name text not null,
  address_line text not null,
  postcode text not null,
  city text not null,
  country text not null,
  latitude double precision,
  longitude double precision,
  access_instructions text not null,
  notes text not null,
  archived_at timestamp with time zone,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(((((((((name || ' '::text) || COALESCE(external_id, ''::text)) || ' '::text) || address_line) || ' '::text) || postcode) || ' '::text) || city))) stored,
  constraint sites_pkey PRIMARY KEY (organization_id, id),
  constraint sites_organization_id_external_id_key UNIQUE (organization_id, external_id),
  constraint sites_organization_id_client_id_fkey FOREIGN KEY (organization_id, client_id) REFERENCES clients.clients(organization_id, id),
  constraint sites_check CHECK ((latitude IS NULL) = (longitude IS NULL)),
  constraint sites_latitude_check CHECK (latitude >= '-90'::integer::double precision AND latitude <= 90::double precision),
  constraint sites_longitude_check CHECK (longitude >= '-180'::integer::double precision AND longitude <= 180::double precision)
);
CREATE INDEX sites_by_client ON clients.sites USING btree (organization_id, client_id);
CREATE INDEX sites_by_name ON clients.sites USING btree (organization_id, sort_name, id);
alter table clients.sites enable row level security;
alter table clients.sites force row level security;
create policy tenant on clients.sites for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table clients.sites to regie_app;

create table platform.idempotency_keys (
  organization_id uuid not null,
  actor_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  body jsonb,
  at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (organization_id, actor_id, key)
);
CREATE INDEX idempotency_keys_age ON platform.idempotency_keys USING btree (at);
alter table platform.idempotency_keys enable row level security;
alter table platform.idempotency_keys force row level security;
create policy system_prunes on platform.idempotency_keys for delete to regie_system
  using (true);
create policy system_reads on platform.idempotency_keys for select to regie_system
  using (true);
create policy tenant on platform.idempotency_keys for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table platform.idempotency_keys to regie_app;
grant delete, select on table platform.idempotency_keys to regie_system;

create table platform.migrations (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table platform.outbox (
  organization_id uuid not null,
  id uuid not null,
  seq bigint not null generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  payload jsonb not null,
  actor_id uuid,
  actor_name text not null,
  request_id text,
  at timestamp with time zone not null,
  constraint outbox_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX outbox_order ON platform.outbox USING btree (xid, seq);
alter table platform.outbox enable row level security;
alter table platform.outbox force row level security;
create policy system_prunes on platform.outbox for delete to regie_system
  using (true);
create policy system_reads on platform.outbox for select to regie_system
  using (true);
create policy tenant on platform.outbox for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table platform.outbox to regie_app;
grant delete, select on table platform.outbox to regie_system;

create table platform.reactions (
  name text not null,
  xid xid8 not null,
  seq bigint not null,
  constraint reactions_pkey PRIMARY KEY (name)
);
grant insert, select, update on table platform.reactions to regie_system;

create view clients.v_clients with (security_invoker=true) as
 SELECT organization_id,
    id,
    external_id,
    name,
    phone,
    email,
    archived_at,
    search_text
   FROM clients.clients;
grant select on table clients.v_clients to regie_app;

create view clients.v_sites with (security_invoker=true) as
 SELECT organization_id,
    id,
    client_id,
    external_id,
    name,
    address_line,
    postcode,
    city,
    country,
    latitude,
    longitude,
    access_instructions,
    archived_at,
    search_text
   FROM clients.sites;
grant select on table clients.v_sites to regie_app;

-- The whole schema, for reading: written by npm run generate, compared in the tests.

create schema auth;
create schema catalog;
create schema clients;
create schema equipment;
create schema fieldwork;
create schema identity;
create schema integrations;
create schema notifications;
create schema planning;
create schema platform;
create schema polls;
create schema portal;
create schema productions;
create schema relief;
create schema reports;
create schema whereabouts;
create schema work_orders;
create schema workforce;

grant usage on schema auth to regie_auth;
grant usage on schema catalog to regie_app;
grant usage on schema clients to regie_app;
grant usage on schema equipment to regie_app;
grant usage on schema fieldwork to regie_app;
grant usage on schema identity to regie_app;
grant usage on schema identity to regie_auth;
grant usage on schema integrations to regie_app;
grant usage on schema notifications to regie_app;
grant usage on schema planning to regie_app;
grant usage on schema platform to regie_app;
grant usage on schema platform to regie_system;
grant usage on schema polls to regie_app;
grant usage on schema portal to regie_app;
grant usage on schema productions to regie_app;
grant usage on schema relief to regie_app;
grant usage on schema reports to regie_app;
grant usage on schema whereabouts to regie_app;
grant usage on schema work_orders to regie_app;
grant usage on schema workforce to regie_app;

create extension btree_gist with schema public;
create extension pg_trgm with schema public;
create extension unaccent with schema public;

CREATE OR REPLACE FUNCTION fieldwork.forget_photos(forgotten_ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    delete from fieldwork.photos as photo
    where photo.organization_id = (select platform.current_organization()) and photo.id = any(forgotten_ids)
  $function$
;
CREATE OR REPLACE FUNCTION identity.any_organization()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select exists (select from identity.organizations)
  $function$
;
CREATE OR REPLACE FUNCTION identity.end_sessions(ended_user_id uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    delete from auth.sessions
    where user_id = ended_user_id and organization_id = (select platform.current_organization())
  $function$
;
CREATE OR REPLACE FUNCTION identity.find_actor(session_token text)
 RETURNS TABLE(session_id uuid, user_id uuid, organization_id uuid, organization_name text, time_zone text, organization_language text, member_id uuid, member_version integer, member_name text, member_email text, role text, member_language text, technician_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select s.id, s.user_id, o.organization_id, o.name, o.time_zone, o.language, m.id, m.version, m.name, m.email,
      m.role, m.language, m.technician_id
    from auth.sessions s
    join identity.members m on m.organization_id = s.organization_id and m.user_id = s.user_id
    join identity.organizations o on o.organization_id = m.organization_id
    where s.token = session_token and s.expires_at > now() and m.disabled_at is null
  $function$
;
CREATE OR REPLACE FUNCTION identity.move_session(session_token text, wanted_organization_id uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    update auth.sessions s set organization_id = wanted_organization_id, updated_at = now()
    from identity.members m
    where s.token = session_token and m.user_id = s.user_id and m.organization_id = wanted_organization_id
      and m.disabled_at is null
    returning true
  $function$
;
CREATE OR REPLACE FUNCTION identity.organizations_named(wanted text)
 RETURNS TABLE(organization_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select o.organization_id, o.name
    from identity.organizations o
    where o.organization_id::text = wanted
      or position(platform.fold(wanted) in platform.fold(o.name)) > 0
    order by o.name, o.organization_id
  $function$
;
CREATE OR REPLACE FUNCTION identity.places_of(asked_user_id uuid)
 RETURNS TABLE(organization_id uuid, name text, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select o.organization_id, o.name, m.role
    from identity.members m
    join identity.organizations o on o.organization_id = m.organization_id
    where m.user_id = asked_user_id and m.disabled_at is null
    order by (select max(s.updated_at) from auth.sessions s where s.user_id = m.user_id and s.organization_id = m.organization_id) desc nulls last,
      m.joined_at, o.organization_id
  $function$
;
CREATE OR REPLACE FUNCTION notifications.find_by_provider(wanted_provider_id text)
 RETURNS TABLE(organization_id uuid, message_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select message.organization_id, message.id
    from notifications.messages as message
    where message.provider_id = wanted_provider_id
  $function$
;
CREATE OR REPLACE FUNCTION notifications.find_link(wanted_hash bytea)
 RETURNS TABLE(organization_id uuid, link_id uuid, technician_id uuid, assignment_ids uuid[], ask_ids uuid[], poll_ids uuid[], project_ids uuid[], review_ids uuid[], created_at timestamp with time zone, expires_at timestamp with time zone, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select link.organization_id, link.id, link.technician_id, link.assignment_ids, link.ask_ids, link.poll_ids, link.project_ids,
      link.review_ids, link.created_at, link.expires_at, organization.time_zone
    from notifications.links as link
    join identity.v_organizations as organization on organization.organization_id = link.organization_id
    where link.token_hash = wanted_hash
  $function$
;
CREATE OR REPLACE FUNCTION notifications.find_question(wanted_address text, since timestamp with time zone)
 RETURNS TABLE(organization_id uuid, message_id uuid, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select message.organization_id, message.id, organization.time_zone
    from notifications.messages as message
    join identity.v_organizations as organization on organization.organization_id = message.organization_id
    where message.address = wanted_address and message.channel = 'sms' and message.asks and message.created_at > since
    order by message.created_at desc, message.id desc
    limit 1
  $function$
;
CREATE OR REPLACE FUNCTION notifications.organizations()
 RETURNS TABLE(organization_id uuid, time_zone text, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select organization.organization_id, organization.time_zone, organization.language
    from identity.v_organizations as organization
  $function$
;
CREATE OR REPLACE FUNCTION planning.watched_organizations()
 RETURNS TABLE(organization_id uuid, time_zone text, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select settings.organization_id, organization.time_zone, organization.language
    from planning.settings as settings
    join identity.v_organizations as organization on organization.organization_id = settings.organization_id
    where settings.nightly or settings.on_new_work_order
  $function$
;
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
CREATE OR REPLACE FUNCTION polls.waiting_organizations()
 RETURNS TABLE(organization_id uuid, time_zone text, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select organization.organization_id, organization.time_zone, organization.language
    from identity.v_organizations as organization
    where exists (select from polls.polls as poll
        where poll.organization_id = organization.organization_id and poll.closed_at is null)
      or exists (select from polls.settings as settings
        where settings.organization_id = organization.organization_id and (settings.body ->> 'enabled')::boolean)
  $function$
;
CREATE OR REPLACE FUNCTION portal.find_address(wanted uuid)
 RETURNS TABLE(organization_id uuid, address_id uuid, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select address.organization_id, address.id, organization.time_zone
    from portal.addresses as address
    join identity.v_organizations as organization on organization.organization_id = address.organization_id
    where address.id = wanted
  $function$
;
CREATE OR REPLACE FUNCTION portal.find_link(wanted uuid)
 RETURNS TABLE(organization_id uuid, link_id uuid, work_order_id uuid, time_zone text, name text, email text, mobile text, expires_at timestamp with time zone, revoked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select link.organization_id, link.id, link.work_order_id, organization.time_zone, link.name, link.email, link.mobile,
      link.expires_at, link.revoked_at
    from portal.links as link
    join identity.v_organizations as organization on organization.organization_id = link.organization_id
    where link.id = wanted
  $function$
;
CREATE OR REPLACE FUNCTION portal.organizations()
 RETURNS TABLE(organization_id uuid, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select organization.organization_id, organization.time_zone from identity.v_organizations as organization
  $function$
;
CREATE OR REPLACE FUNCTION relief.waiting_organizations()
 RETURNS TABLE(organization_id uuid, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select distinct organization.organization_id, organization.time_zone
    from relief.requests as request
    join identity.v_organizations as organization on organization.organization_id = request.organization_id
    where request.state in ('proposed', 'asking', 'to_approve')
  $function$
;
CREATE OR REPLACE FUNCTION reports.forget_trail(erased_id uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    delete from reports.trail as entry
    using reports.reports as report
    where report.organization_id = (select platform.current_organization()) and report.id = erased_id and report.state = 'erased'
      and entry.organization_id = report.organization_id and entry.report_id = report.id
  $function$
;
CREATE OR REPLACE FUNCTION whereabouts.holding_organizations()
 RETURNS TABLE(organization_id uuid, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select organization.organization_id, organization.time_zone
    from identity.v_organizations as organization
    where exists (select from whereabouts.positions as position
      where position.organization_id = organization.organization_id)
  $function$
;
CREATE OR REPLACE FUNCTION work_orders.organizations_with_series()
 RETURNS TABLE(organization_id uuid, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select organization.organization_id, organization.time_zone
    from identity.v_organizations as organization
    where exists (select from work_orders.series as series where series.organization_id = organization.organization_id)
      or exists (select from work_orders.contracts as contract
        where contract.organization_id = organization.organization_id and contract.renews_on is not null)
  $function$
;

grant execute on routine fieldwork.forget_photos(uuid[]) to regie_app;
grant execute on routine identity.any_organization() to regie_app;
grant execute on routine identity.end_sessions(uuid) to regie_app;
grant execute on routine identity.find_actor(text) to regie_app;
grant execute on routine identity.move_session(text,uuid) to regie_app;
grant execute on routine identity.organizations_named(text) to regie_app;
grant execute on routine identity.places_of(uuid) to regie_app;
grant execute on routine identity.places_of(uuid) to regie_auth;
grant execute on routine notifications.find_by_provider(text) to regie_app;
grant execute on routine notifications.find_by_provider(text) to regie_system;
grant execute on routine notifications.find_link(bytea) to regie_app;
grant execute on routine notifications.find_link(bytea) to regie_system;
grant execute on routine notifications.find_question(text,timestamp with time zone) to regie_app;
grant execute on routine notifications.find_question(text,timestamp with time zone) to regie_system;
grant execute on routine notifications.organizations() to regie_app;
grant execute on routine notifications.organizations() to regie_system;
grant execute on routine planning.watched_organizations() to regie_app;
grant execute on routine planning.watched_organizations() to regie_system;
grant execute on routine polls.waiting_organizations() to regie_app;
grant execute on routine polls.waiting_organizations() to regie_system;
grant execute on routine portal.find_address(uuid) to regie_app;
grant execute on routine portal.find_address(uuid) to regie_system;
grant execute on routine portal.find_link(uuid) to regie_app;
grant execute on routine portal.find_link(uuid) to regie_system;
grant execute on routine portal.organizations() to regie_app;
grant execute on routine portal.organizations() to regie_system;
grant execute on routine relief.waiting_organizations() to regie_app;
grant execute on routine relief.waiting_organizations() to regie_system;
grant execute on routine reports.forget_trail(uuid) to regie_app;
grant execute on routine whereabouts.holding_organizations() to regie_app;
grant execute on routine whereabouts.holding_organizations() to regie_system;
grant execute on routine work_orders.organizations_with_series() to regie_app;
grant execute on routine work_orders.organizations_with_series() to regie_system;

create table auth.accounts (
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_user_id_provider_id_key UNIQUE (user_id, provider_id),
  constraint accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
grant delete, insert, select, update on table auth.accounts to regie_auth;

create table auth.attempts (
  subject text not null,
  count integer not null,
  since timestamp with time zone not null,
  constraint attempts_pkey PRIMARY KEY (subject)
);
grant delete, insert, select, update on table auth.attempts to regie_auth;

create table auth.sessions (
  id uuid not null,
  expires_at timestamp with time zone not null,
  token text not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  user_id uuid not null,
  organization_id uuid,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_key UNIQUE (token),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_user ON auth.sessions USING btree (user_id, updated_at);
grant delete, insert, select, update on table auth.sessions to regie_auth;

create table auth.users (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint users_pkey PRIMARY KEY (id),
  constraint users_email_key UNIQUE (email)
);
grant delete, insert, select, update on table auth.users to regie_auth;

create table auth.verifications (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_by_identifier ON auth.verifications USING btree (identifier);
grant delete, insert, select, update on table auth.verifications to regie_auth;

create table catalog.form_versions (
  organization_id uuid not null,
  form_id uuid not null,
  number integer not null,
  definition jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  constraint form_versions_pkey PRIMARY KEY (organization_id, form_id, number),
  constraint form_versions_organization_id_form_id_fkey FOREIGN KEY (organization_id, form_id) REFERENCES catalog.forms(organization_id, id)
);
alter table catalog.form_versions enable row level security;
alter table catalog.form_versions force row level security;
create policy tenant on catalog.form_versions for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table catalog.form_versions to regie_app;

create table catalog.forms (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  number integer not null,
  title jsonb not null,
  trade text not null,
  archived_at timestamp with time zone,
  sort_name text not null generated always as (platform.fold(COALESCE(NULLIF((title ->> 'fr'::text), ''::text), (title ->> 'en'::text)))) stored,
  search_text text not null generated always as (platform.fold((((title ->> 'fr'::text) || ' '::text) || (title ->> 'en'::text)))) stored,
  constraint forms_pkey PRIMARY KEY (organization_id, id),
  constraint forms_trade_check CHECK (trade = ANY (ARRAY['pool'::text, 'hvac'::text, 'lifting'::text, 'generic'::text]))
);
CREATE INDEX forms_by_name ON catalog.forms USING btree (organization_id, sort_name, id);
alter table catalog.forms enable row level security;
alter table catalog.forms force row level security;
create policy tenant on catalog.forms for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table catalog.forms to regie_app;

create table catalog.parts (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  reference text not null,
  unit text not null,
  price_cents bigint,
  archived_at timestamp with time zone,
  constraint parts_pkey PRIMARY KEY (organization_id, id),
  constraint parts_price_cents_check CHECK (price_cents >= 0)
);
alter table catalog.parts enable row level security;
alter table catalog.parts force row level security;
create policy tenant on catalog.parts for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table catalog.parts to regie_app;

create table catalog.priorities (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  rank integer not null,
  colour text not null,
  icon text not null,
  archived_at timestamp with time zone,
  constraint priorities_pkey PRIMARY KEY (organization_id, id),
  constraint priorities_rank_check CHECK (rank >= 1 AND rank <= 99)
);
alter table catalog.priorities enable row level security;
alter table catalog.priorities force row level security;
create policy tenant on catalog.priorities for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table catalog.priorities to regie_app;

create table catalog.templates (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  nature text not null,
  category text not null,
  duration_minutes integer not null,
  priority_id uuid,
  skills jsonb not null,
  certification_kind_ids uuid[] not null,
  required_products jsonb not null,
  positions jsonb not null,
  instructions text not null,
  archived_at timestamp with time zone,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(((name || ' '::text) || nature))) stored,
  form_ids uuid[] not null default '{}'::uuid[],
  equipment jsonb not null default '[]'::jsonb,
  constraint templates_pkey PRIMARY KEY (organization_id, id),
  constraint templates_organization_id_priority_id_fkey FOREIGN KEY (organization_id, priority_id) REFERENCES catalog.priorities(organization_id, id),
  constraint templates_category_check CHECK (category = ANY (ARRAY['recurrent'::text, 'seasonal'::text, 'urgent'::text, 'one_off'::text])),
  constraint templates_duration_minutes_check CHECK (duration_minutes > 0)
);
CREATE INDEX templates_by_name ON catalog.templates USING btree (organization_id, sort_name, id);
alter table catalog.templates enable row level security;
alter table catalog.templates force row level security;
create policy tenant on catalog.templates for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table catalog.templates to regie_app;

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
  language text,
  constraint clients_pkey PRIMARY KEY (organization_id, id),
  constraint clients_organization_id_external_id_key UNIQUE (organization_id, external_id),
  constraint clients_language_check CHECK (language = ANY (ARRAY['fr'::text, 'en'::text]))
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

create table equipment.bookings (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  item_id uuid not null,
  quantity integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  technician_id uuid,
  label text not null,
  created_at timestamp with time zone not null,
  constraint bookings_pkey PRIMARY KEY (organization_id, id),
  constraint bookings_organization_id_item_id_fkey FOREIGN KEY (organization_id, item_id) REFERENCES equipment.items(organization_id, id),
  constraint bookings_check CHECK (ends_at > starts_at),
  constraint bookings_quantity_check CHECK (quantity > 0)
);
CREATE INDEX bookings_by_item ON equipment.bookings USING btree (organization_id, item_id, starts_at);
CREATE INDEX bookings_by_start ON equipment.bookings USING btree (organization_id, starts_at);
alter table equipment.bookings enable row level security;
alter table equipment.bookings force row level security;
create policy tenant on equipment.bookings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table equipment.bookings to regie_app;

create table equipment.items (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  quantity integer not null,
  technician_id uuid,
  notes text not null,
  archived_at timestamp with time zone,
  sort_name text not null generated always as (platform.fold(name)) stored,
  constraint items_pkey PRIMARY KEY (organization_id, id),
  constraint items_check CHECK (technician_id IS NULL OR quantity = 1),
  constraint items_kind_check CHECK (kind = ANY (ARRAY['vehicle'::text, 'lifting'::text, 'stage'::text, 'tool'::text, 'other'::text])),
  constraint items_quantity_check CHECK (quantity > 0)
);
CREATE UNIQUE INDEX items_by_name ON equipment.items USING btree (organization_id, sort_name) WHERE (archived_at IS NULL);
alter table equipment.items enable row level security;
alter table equipment.items force row level security;
create policy tenant on equipment.items for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table equipment.items to regie_app;

create table fieldwork.absence_requests (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  draft jsonb not null,
  asked_at timestamp with time zone not null,
  state text not null default 'pending'::text,
  decided_by text,
  decided_at timestamp with time zone,
  reason text not null default ''::text,
  absence_id uuid,
  constraint absence_requests_pkey PRIMARY KEY (organization_id, id),
  constraint absence_requests_state_check CHECK (state = ANY (ARRAY['pending'::text, 'granted'::text, 'refused'::text]))
);
CREATE INDEX absence_requests_by_technician ON fieldwork.absence_requests USING btree (organization_id, technician_id, asked_at);
alter table fieldwork.absence_requests enable row level security;
alter table fieldwork.absence_requests force row level security;
create policy tenant on fieldwork.absence_requests for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table fieldwork.absence_requests to regie_app;

create table fieldwork.decisions (
  organization_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  counts boolean not null,
  reason text not null,
  by_name text not null,
  at timestamp with time zone not null,
  constraint decisions_pkey PRIMARY KEY (organization_id, id),
  constraint decisions_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES fieldwork.entries(organization_id, id)
);
CREATE INDEX decisions_by_entry ON fieldwork.decisions USING btree (organization_id, entry_id, id);
alter table fieldwork.decisions enable row level security;
alter table fieldwork.decisions force row level security;
create policy tenant on fieldwork.decisions for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table fieldwork.decisions to regie_app;

create table fieldwork.entries (
  organization_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  technician_id uuid,
  member_id uuid,
  by_name text not null,
  kind text not null,
  body jsonb not null,
  at timestamp with time zone not null,
  device_at timestamp with time zone not null,
  server_at timestamp with time zone not null,
  base_version integer,
  aside text,
  constraint entries_pkey PRIMARY KEY (organization_id, id),
  constraint entries_aside_check CHECK (aside = ANY (ARRAY['reassigned'::text, 'withdrawn'::text, 'declined'::text, 'cancelled'::text, 'sealed'::text]))
);
CREATE INDEX entries_aside ON fieldwork.entries USING btree (organization_id, server_at) WHERE (aside IS NOT NULL);
CREATE INDEX entries_by_assignment ON fieldwork.entries USING btree (organization_id, assignment_id);
CREATE INDEX entries_by_file ON fieldwork.entries USING btree (organization_id, ((body ->> 'fileId'::text))) WHERE (kind = 'file'::text);
CREATE INDEX entries_by_photo ON fieldwork.entries USING btree (organization_id, ((body ->> 'photoId'::text))) WHERE (kind = 'photo'::text);
CREATE INDEX entries_by_technician ON fieldwork.entries USING btree (organization_id, technician_id, assignment_id) WHERE (kind = 'step'::text);
CREATE INDEX entries_with_signature ON fieldwork.entries USING btree (organization_id, technician_id, at) WHERE ((kind = 'paper'::text) AND (body ? 'signature'::text));
alter table fieldwork.entries enable row level security;
alter table fieldwork.entries force row level security;
create policy tenant on fieldwork.entries for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table fieldwork.entries to regie_app;

create table fieldwork.photos (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  received_at timestamp with time zone not null,
  constraint photos_pkey PRIMARY KEY (organization_id, id),
  constraint photos_size_check CHECK (size > 0)
);
alter table fieldwork.photos enable row level security;
alter table fieldwork.photos force row level security;
create policy tenant on fieldwork.photos for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table fieldwork.photos to regie_app;

create table fieldwork.receipts (
  organization_id uuid not null,
  id uuid not null,
  member_id uuid,
  kind text not null,
  device_at timestamp with time zone not null,
  server_at timestamp with time zone not null,
  made_id uuid,
  constraint receipts_pkey PRIMARY KEY (organization_id, id)
);
alter table fieldwork.receipts enable row level security;
alter table fieldwork.receipts force row level security;
create policy tenant on fieldwork.receipts for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table fieldwork.receipts to regie_app;

create table fieldwork.seals (
  organization_id uuid not null,
  assignment_id uuid not null,
  sealed_at timestamp with time zone not null,
  constraint seals_pkey PRIMARY KEY (organization_id, assignment_id)
);
alter table fieldwork.seals enable row level security;
alter table fieldwork.seals force row level security;
create policy tenant on fieldwork.seals for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table fieldwork.seals to regie_app;

create table identity.audit_entries (
  organization_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  name text not null,
  actor_id uuid,
  actor_name text not null,
  payload jsonb not null,
  constraint audit_entries_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX audit_entries_by_time ON identity.audit_entries USING btree (organization_id, at DESC, id DESC);
alter table identity.audit_entries enable row level security;
alter table identity.audit_entries force row level security;
create policy tenant on identity.audit_entries for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table identity.audit_entries to regie_app;

create table identity.audit_subjects (
  organization_id uuid not null,
  subject_id uuid not null,
  entry_id uuid not null,
  constraint audit_subjects_pkey PRIMARY KEY (organization_id, subject_id, entry_id),
  constraint audit_subjects_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES identity.audit_entries(organization_id, id) ON DELETE CASCADE
);
alter table identity.audit_subjects enable row level security;
alter table identity.audit_subjects force row level security;
create policy tenant on identity.audit_subjects for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table identity.audit_subjects to regie_app;

create table identity.invitations (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  email text not null,
  name text not null,
  role text not null,
  technician_id uuid,
  state text not null default 'pending'::text,
  invited_by text not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint invitations_pkey PRIMARY KEY (organization_id, id),
  constraint invitations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES identity.organizations(organization_id),
  constraint invitations_role_check CHECK (role = ANY (ARRAY['owner'::text, 'planner'::text, 'manager'::text, 'accountant'::text, 'technician'::text])),
  constraint invitations_state_check CHECK (state = ANY (ARRAY['pending'::text, 'accepted'::text, 'revoked'::text]))
);
CREATE UNIQUE INDEX invitations_pending ON identity.invitations USING btree (organization_id, email) WHERE (state = 'pending'::text);
alter table identity.invitations enable row level security;
alter table identity.invitations force row level security;
create policy tenant on identity.invitations for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table identity.invitations to regie_app;

create table identity.members (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  user_id uuid not null,
  name text not null,
  email text not null,
  role text not null,
  language text,
  technician_id uuid,
  disabled_at timestamp with time zone,
  joined_at timestamp with time zone not null,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(((name || ' '::text) || email))) stored,
  constraint members_pkey PRIMARY KEY (organization_id, id),
  constraint members_organization_id_email_key UNIQUE (organization_id, email),
  constraint members_organization_id_technician_id_key UNIQUE (organization_id, technician_id),
  constraint members_organization_id_user_id_key UNIQUE (organization_id, user_id),
  constraint members_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES identity.organizations(organization_id),
  constraint members_role_check CHECK (role = ANY (ARRAY['owner'::text, 'planner'::text, 'manager'::text, 'accountant'::text, 'technician'::text]))
);
CREATE INDEX members_by_name ON identity.members USING btree (organization_id, sort_name, id);
CREATE INDEX members_by_user ON identity.members USING btree (user_id);
alter table identity.members enable row level security;
alter table identity.members force row level security;
create policy system_reads on identity.members for select to regie_system
  using (true);
create policy tenant on identity.members for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table identity.members to regie_app;

create table identity.organizations (
  organization_id uuid not null,
  version integer not null default 1,
  name text not null,
  time_zone text not null,
  language text not null,
  day_starts_at time without time zone not null,
  day_ends_at time without time zone not null,
  buffer_minutes integer not null,
  break_minutes integer not null,
  break_after_minutes integer not null,
  created_at timestamp with time zone not null,
  constraint organizations_pkey PRIMARY KEY (organization_id),
  constraint organizations_break_after_minutes_check CHECK (break_after_minutes >= 60 AND break_after_minutes <= 720),
  constraint organizations_break_minutes_check CHECK (break_minutes >= 0 AND break_minutes <= 120),
  constraint organizations_buffer_minutes_check CHECK (buffer_minutes >= 0 AND buffer_minutes <= 60),
  constraint organizations_check CHECK (day_starts_at < day_ends_at)
);
alter table identity.organizations enable row level security;
alter table identity.organizations force row level security;
create policy system_reads on identity.organizations for select to regie_system
  using (true);
create policy tenant on identity.organizations for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table identity.organizations to regie_app;

create table integrations.geocodings (
  organization_id uuid not null,
  site_id uuid not null,
  address text not null,
  outcome text not null,
  label text not null,
  score double precision not null,
  at timestamp with time zone not null,
  constraint geocodings_pkey PRIMARY KEY (organization_id, site_id),
  constraint geocodings_outcome_check CHECK (outcome = ANY (ARRAY['found'::text, 'unsure'::text, 'missing'::text]))
);
alter table integrations.geocodings enable row level security;
alter table integrations.geocodings force row level security;
create policy tenant on integrations.geocodings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table integrations.geocodings to regie_app;

create table integrations.imports (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  bytes integer not null,
  content bytea,
  encoding text not null,
  separator text not null,
  has_header boolean not null,
  mapping jsonb not null,
  choices jsonb not null,
  remembered boolean not null,
  state text not null,
  result jsonb,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint imports_pkey PRIMARY KEY (organization_id, id),
  constraint imports_state_check CHECK (state = ANY (ARRAY['open'::text, 'done'::text]))
);
alter table integrations.imports enable row level security;
alter table integrations.imports force row level security;
create policy tenant on integrations.imports for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table integrations.imports to regie_app;

create table integrations.mappings (
  organization_id uuid not null,
  signature text not null,
  kind text not null,
  mapping jsonb not null,
  choices jsonb not null,
  used_at timestamp with time zone not null,
  constraint mappings_pkey PRIMARY KEY (organization_id, signature, kind)
);
alter table integrations.mappings enable row level security;
alter table integrations.mappings force row level security;
create policy tenant on integrations.mappings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table integrations.mappings to regie_app;

create table notifications.inbox (
  organization_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  subject text not null,
  body text not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  target jsonb,
  constraint inbox_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX inbox_of_member ON notifications.inbox USING btree (organization_id, member_id, at DESC, id DESC);
alter table notifications.inbox enable row level security;
alter table notifications.inbox force row level security;
create policy tenant on notifications.inbox for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.inbox to regie_app;

create table notifications.links (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  token_hash bytea not null,
  assignment_ids uuid[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ask_ids uuid[] not null default '{}'::uuid[],
  poll_ids uuid[] not null default '{}'::uuid[],
  project_ids uuid[] not null default '{}'::uuid[],
  review_ids uuid[] not null default '{}'::uuid[],
  constraint links_pkey PRIMARY KEY (organization_id, id),
  constraint links_organization_id_token_hash_key UNIQUE (organization_id, token_hash)
);
CREATE INDEX links_by_token ON notifications.links USING btree (token_hash);
alter table notifications.links enable row level security;
alter table notifications.links force row level security;
create policy system_reads on notifications.links for select to regie_system
  using (true);
create policy tenant on notifications.links for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.links to regie_app;

create table notifications.messages (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  channel text not null,
  technician_id uuid,
  recipient_name text not null,
  address text not null,
  subject text not null,
  body text not null,
  about jsonb not null,
  asks boolean not null,
  fallback jsonb not null,
  state text not null,
  attempts integer not null default 0,
  not_before timestamp with time zone not null,
  claimed_at timestamp with time zone,
  provider_id text,
  error text,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  reply text,
  replied_at timestamp with time zone,
  work_order_id uuid,
  visit_starts_at timestamp with time zone,
  headers jsonb,
  member_id uuid,
  ask_id uuid,
  target jsonb,
  poll_id uuid,
  held_until timestamp with time zone,
  constraint messages_pkey PRIMARY KEY (organization_id, id),
  constraint messages_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'handed_over'::text, 'delivered'::text, 'failed'::text, 'overtaken'::text, 'kept'::text]))
);
CREATE INDEX messages_by_address ON notifications.messages USING btree (address, created_at DESC) WHERE (asks AND (channel = 'sms'::text));
CREATE INDEX messages_by_provider ON notifications.messages USING btree (provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX messages_newest ON notifications.messages USING btree (organization_id, created_at DESC, id DESC);
CREATE INDEX messages_of_work_order ON notifications.messages USING btree (organization_id, work_order_id, created_at DESC) WHERE (work_order_id IS NOT NULL);
CREATE INDEX messages_waiting ON notifications.messages USING btree (organization_id, not_before) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
alter table notifications.messages enable row level security;
alter table notifications.messages force row level security;
create policy system_reads on notifications.messages for select to regie_system
  using (true);
create policy tenant on notifications.messages for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.messages to regie_app;

create table notifications.notices (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  technician_id uuid not null,
  subject_id uuid,
  key text not null,
  seq bigint not null generated always as identity,
  facts jsonb not null,
  tell_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint notices_pkey PRIMARY KEY (organization_id, id),
  constraint notices_organization_id_key_key UNIQUE (organization_id, key)
);
CREATE INDEX notices_of_person ON notifications.notices USING btree (organization_id, technician_id) WHERE (settled_at IS NULL);
CREATE INDEX notices_waiting ON notifications.notices USING btree (organization_id, tell_at) WHERE (settled_at IS NULL);
alter table notifications.notices enable row level security;
alter table notifications.notices force row level security;
create policy tenant on notifications.notices for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.notices to regie_app;

create table notifications.preferences (
  organization_id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  language text,
  channels_off jsonb not null,
  quiet_from text,
  quiet_until text,
  kinds jsonb not null default '[]'::jsonb,
  constraint preferences_pkey PRIMARY KEY (organization_id, person_id)
);
alter table notifications.preferences enable row level security;
alter table notifications.preferences force row level security;
create policy tenant on notifications.preferences for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.preferences to regie_app;

create table notifications.settings (
  organization_id uuid not null,
  version integer not null default 1,
  digest_minutes integer not null,
  urgent_hours integer not null,
  quiet_from text not null,
  quiet_until text not null,
  slack_url text not null,
  rules jsonb not null,
  constraint settings_pkey PRIMARY KEY (organization_id)
);
alter table notifications.settings enable row level security;
alter table notifications.settings force row level security;
create policy tenant on notifications.settings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.settings to regie_app;

create table notifications.shift_answers (
  organization_id uuid not null,
  technician_id uuid not null,
  local_date date not null,
  went_well boolean not null,
  comment text not null,
  answered_at timestamp with time zone not null,
  constraint shift_answers_pkey PRIMARY KEY (organization_id, technician_id, local_date)
);
alter table notifications.shift_answers enable row level security;
alter table notifications.shift_answers force row level security;
create policy tenant on notifications.shift_answers for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.shift_answers to regie_app;

create table notifications.subscriptions (
  organization_id uuid not null,
  endpoint text not null,
  member_id uuid not null,
  p256dh text not null,
  auth text not null,
  created_at timestamp with time zone not null,
  constraint subscriptions_pkey PRIMARY KEY (organization_id, endpoint)
);
CREATE INDEX subscriptions_by_member ON notifications.subscriptions USING btree (organization_id, member_id);
alter table notifications.subscriptions enable row level security;
alter table notifications.subscriptions force row level security;
create policy tenant on notifications.subscriptions for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.subscriptions to regie_app;

create table notifications.templates (
  organization_id uuid not null,
  kind text not null,
  language text not null,
  version integer not null default 1,
  subject text not null,
  body text not null,
  short text not null,
  constraint templates_pkey PRIMARY KEY (organization_id, kind, language)
);
alter table notifications.templates enable row level security;
alter table notifications.templates force row level security;
create policy tenant on notifications.templates for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table notifications.templates to regie_app;

create table planning.applications (
  organization_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  applied_at timestamp with time zone not null,
  applied_by text not null,
  before jsonb not null,
  after jsonb not null,
  before_state text not null,
  after_state text not null,
  undone_at timestamp with time zone,
  undone_by text,
  constraint applications_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX applications_by_run ON planning.applications USING btree (organization_id, run_id, id);
alter table planning.applications enable row level security;
alter table planning.applications force row level security;
create policy tenant on planning.applications for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.applications to regie_app;

create table planning.assignments (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  work_order_id uuid not null,
  position_id uuid not null,
  technician_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)'::text)) stored,
  state text not null,
  live boolean not null generated always as ((state <> ALL (ARRAY['declined'::text, 'withdrawn'::text]))) stored,
  locked boolean not null default false,
  published_at timestamp with time zone,
  declined_reason text,
  override jsonb,
  overlap_allowed boolean not null default false,
  constraint assignments_pkey PRIMARY KEY (organization_id, id),
  constraint assignments_one_place EXCLUDE USING gist (organization_id WITH =, technician_id WITH =, during WITH &&) WHERE (live AND NOT overlap_allowed) DEFERRABLE,
  constraint assignments_check CHECK (starts_at < ends_at),
  constraint assignments_state_check CHECK (state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'en_route'::text, 'started'::text, 'paused'::text, 'finished'::text]))
);
CREATE INDEX assignments_by_technician ON planning.assignments USING btree (organization_id, technician_id, starts_at) WHERE live;
CREATE INDEX assignments_by_time ON planning.assignments USING btree (organization_id, starts_at) WHERE live;
CREATE INDEX assignments_by_work_order ON planning.assignments USING btree (organization_id, work_order_id);
CREATE UNIQUE INDEX assignments_one_seat ON planning.assignments USING btree (organization_id, position_id) WHERE live;
alter table planning.assignments enable row level security;
alter table planning.assignments force row level security;
create policy tenant on planning.assignments for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.assignments to regie_app;

create table planning.board_views (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  author_id uuid not null,
  author_name text not null,
  name text not null,
  shared boolean not null,
  board jsonb not null,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint board_views_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX board_views_by_author ON planning.board_views USING btree (organization_id, author_id);
alter table planning.board_views enable row level security;
alter table planning.board_views force row level security;
create policy tenant on planning.board_views for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.board_views to regie_app;

create table planning.campaigns (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  state text not null,
  from_date date not null,
  until_date date not null,
  run_id uuid,
  technician_id uuid,
  preferred_to_id uuid,
  work_order_ids uuid[] not null,
  staying integer not null,
  series_ids uuid[] not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  former_days jsonb not null default '[]'::jsonb,
  constraint campaigns_pkey PRIMARY KEY (organization_id, id),
  constraint campaigns_organization_id_run_id_fkey FOREIGN KEY (organization_id, run_id) REFERENCES planning.runs(organization_id, id),
  constraint campaigns_kind_check CHECK (kind = ANY (ARRAY['handover'::text, 'round'::text, 'clearing'::text])),
  constraint campaigns_state_check CHECK (state = ANY (ARRAY['preview'::text, 'applied'::text, 'undone'::text]))
);
alter table planning.campaigns enable row level security;
alter table planning.campaigns force row level security;
create policy tenant on planning.campaigns for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.campaigns to regie_app;

create table planning.confirmations (
  organization_id uuid not null,
  work_order_id uuid not null,
  starts_at timestamp with time zone not null,
  confirmed_at timestamp with time zone not null,
  constraint confirmations_pkey PRIMARY KEY (organization_id, work_order_id, starts_at)
);
alter table planning.confirmations enable row level security;
alter table planning.confirmations force row level security;
create policy tenant on planning.confirmations for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.confirmations to regie_app;

create table planning.default_views (
  organization_id uuid not null,
  member_id uuid not null,
  view_id uuid not null,
  constraint default_views_pkey PRIMARY KEY (organization_id, member_id),
  constraint default_views_organization_id_view_id_fkey FOREIGN KEY (organization_id, view_id) REFERENCES planning.board_views(organization_id, id) ON DELETE CASCADE
);
alter table planning.default_views enable row level security;
alter table planning.default_views force row level security;
create policy tenant on planning.default_views for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.default_views to regie_app;

create table planning.former_holders (
  organization_id uuid not null,
  assignment_id uuid not null,
  technician_id uuid not null,
  until timestamp with time zone not null,
  constraint former_holders_pkey PRIMARY KEY (organization_id, assignment_id, technician_id)
);
alter table planning.former_holders enable row level security;
alter table planning.former_holders force row level security;
create policy tenant on planning.former_holders for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.former_holders to regie_app;

create table planning.holds (
  organization_id uuid not null,
  work_order_id uuid not null,
  position_id uuid not null,
  technician_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint holds_pkey PRIMARY KEY (organization_id, work_order_id),
  constraint holds_check CHECK (starts_at < ends_at)
);
alter table planning.holds enable row level security;
alter table planning.holds force row level security;
create policy tenant on planning.holds for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.holds to regie_app;

create table planning.labour_rules (
  organization_id uuid not null,
  project_id uuid not null,
  version integer not null default 1,
  agreement text,
  rules jsonb,
  constraint labour_rules_pkey PRIMARY KEY (organization_id, project_id),
  constraint labour_rules_check CHECK ((agreement IS NULL) = (rules IS NULL))
);
alter table planning.labour_rules enable row level security;
alter table planning.labour_rules force row level security;
create policy tenant on planning.labour_rules for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.labour_rules to regie_app;

create table planning.newcomers (
  organization_id uuid not null,
  work_order_id uuid not null,
  constraint newcomers_pkey PRIMARY KEY (organization_id, work_order_id)
);
alter table planning.newcomers enable row level security;
alter table planning.newcomers force row level security;
create policy tenant on planning.newcomers for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.newcomers to regie_app;

create table planning.nights (
  organization_id uuid not null,
  local_date date not null,
  run_id uuid not null,
  constraint nights_pkey PRIMARY KEY (organization_id, local_date)
);
alter table planning.nights enable row level security;
alter table planning.nights force row level security;
create policy tenant on planning.nights for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.nights to regie_app;

create table planning.placement_rules (
  organization_id uuid not null,
  version integer not null default 1,
  rules jsonb not null,
  overriders text not null,
  constraint placement_rules_pkey PRIMARY KEY (organization_id),
  constraint placement_rules_overriders_check CHECK (overriders = ANY (ARRAY['owners'::text, 'planners'::text]))
);
alter table planning.placement_rules enable row level security;
alter table planning.placement_rules force row level security;
create policy tenant on planning.placement_rules for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.placement_rules to regie_app;

create table planning.policies (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  policy jsonb not null,
  constraint policies_pkey PRIMARY KEY (organization_id, id),
  constraint policies_organization_id_name_key UNIQUE (organization_id, name)
);
alter table planning.policies enable row level security;
alter table planning.policies force row level security;
create policy tenant on planning.policies for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.policies to regie_app;

create table planning.run_parts (
  organization_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  rank integer not null,
  visits integer not null,
  state text not null,
  task jsonb not null,
  progress jsonb,
  plan jsonb,
  failure text,
  constraint run_parts_pkey PRIMARY KEY (organization_id, id),
  constraint run_parts_organization_id_run_id_fkey FOREIGN KEY (organization_id, run_id) REFERENCES planning.runs(organization_id, id) ON DELETE CASCADE,
  constraint run_parts_state_check CHECK (state = ANY (ARRAY['queued'::text, 'done'::text, 'failed'::text]))
);
CREATE INDEX run_parts_by_run ON planning.run_parts USING btree (organization_id, run_id);
alter table planning.run_parts enable row level security;
alter table planning.run_parts force row level security;
create policy tenant on planning.run_parts for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.run_parts to regie_app;

create table planning.runs (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  state text not null,
  trigger text not null,
  from_date date not null,
  until_date date not null,
  technician_ids jsonb not null,
  work_order_ids jsonb not null,
  policy text,
  seconds integer not null,
  keep text not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  attempts integer not null default 0,
  progress jsonb,
  failure text,
  proposal jsonb,
  max_changes integer,
  windows jsonb,
  constraint runs_pkey PRIMARY KEY (organization_id, id)
);
alter table planning.runs enable row level security;
alter table planning.runs force row level security;
create policy tenant on planning.runs for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.runs to regie_app;

create table planning.settings (
  organization_id uuid not null,
  version integer not null default 1,
  policy text not null,
  nightly boolean not null,
  nightly_days integer not null,
  on_new_work_order boolean not null,
  nightly_policy text,
  new_work_policy text,
  constraint settings_pkey PRIMARY KEY (organization_id)
);
alter table planning.settings enable row level security;
alter table planning.settings force row level security;
create policy system_reads on planning.settings for select to regie_system
  using (true);
create policy tenant on planning.settings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.settings to regie_app;

create table planning.travel_legs (
  organization_id uuid not null,
  source text not null,
  from_latitude integer not null,
  from_longitude integer not null,
  to_latitude integer not null,
  to_longitude integer not null,
  seconds integer,
  metres integer,
  fetched_at timestamp with time zone not null,
  constraint travel_legs_pkey PRIMARY KEY (organization_id, source, from_latitude, from_longitude, to_latitude, to_longitude)
);
alter table planning.travel_legs enable row level security;
alter table planning.travel_legs force row level security;
create policy tenant on planning.travel_legs for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.travel_legs to regie_app;

create table planning.unseen_changes (
  organization_id uuid not null,
  assignment_id uuid not null,
  technician_id uuid not null,
  known_starts_at timestamp with time zone,
  known_ends_at timestamp with time zone,
  version integer not null,
  changed_at timestamp with time zone not null,
  constraint unseen_changes_pkey PRIMARY KEY (organization_id, assignment_id, technician_id),
  constraint unseen_changes_check CHECK ((known_starts_at IS NULL) = (known_ends_at IS NULL))
);
CREATE INDEX unseen_changes_by_technician ON planning.unseen_changes USING btree (organization_id, technician_id);
alter table planning.unseen_changes enable row level security;
alter table planning.unseen_changes force row level security;
create policy tenant on planning.unseen_changes for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table planning.unseen_changes to regie_app;

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

create table polls.people (
  organization_id uuid not null,
  poll_id uuid not null,
  technician_id uuid not null,
  asked_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  answered_at timestamp with time zone,
  link_since timestamp with time zone,
  constraint people_pkey PRIMARY KEY (organization_id, poll_id, technician_id),
  constraint people_organization_id_poll_id_fkey FOREIGN KEY (organization_id, poll_id) REFERENCES polls.polls(organization_id, id)
);
CREATE INDEX people_by_technician ON polls.people USING btree (organization_id, technician_id);
alter table polls.people enable row level security;
alter table polls.people force row level security;
create policy tenant on polls.people for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table polls.people to regie_app;

create table polls.polls (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  title text not null,
  message text not null,
  project_id uuid,
  options jsonb not null,
  closes_at timestamp with time zone not null,
  remind_hours integer,
  reminded_at timestamp with time zone,
  closed_at timestamp with time zone,
  week_of date,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint polls_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX polls_newest ON polls.polls USING btree (organization_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX polls_once_a_week ON polls.polls USING btree (organization_id, week_of) WHERE (week_of IS NOT NULL);
CREATE INDEX polls_open ON polls.polls USING btree (organization_id, closes_at) WHERE (closed_at IS NULL);
alter table polls.polls enable row level security;
alter table polls.polls force row level security;
create policy system_reads on polls.polls for select to regie_system
  using (true);
create policy tenant on polls.polls for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table polls.polls to regie_app;

create table polls.settings (
  organization_id uuid not null,
  version integer not null default 1,
  body jsonb not null,
  saved_at timestamp with time zone not null,
  constraint settings_pkey PRIMARY KEY (organization_id)
);
alter table polls.settings enable row level security;
alter table polls.settings force row level security;
create policy system_reads on polls.settings for select to regie_system
  using (true);
create policy tenant on polls.settings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table polls.settings to regie_app;

create table portal.addresses (
  organization_id uuid not null,
  id uuid not null,
  address text not null,
  name text not null,
  language text,
  is_wanted boolean not null default true,
  spoke_by uuid,
  offers_since timestamp with time zone,
  offers_words text not null default ''::text,
  offers_ended_at timestamp with time zone,
  constraint addresses_pkey PRIMARY KEY (organization_id, id),
  constraint addresses_organization_id_address_key UNIQUE (organization_id, address),
  constraint addresses_language_check CHECK (language = ANY (ARRAY['fr'::text, 'en'::text]))
);
CREATE INDEX addresses_by_id ON portal.addresses USING btree (id);
alter table portal.addresses enable row level security;
alter table portal.addresses force row level security;
create policy system_reads on portal.addresses for select to regie_system
  using (true);
create policy tenant on portal.addresses for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table portal.addresses to regie_app;

create table portal.answers (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  work_order_id uuid not null,
  link_id uuid not null,
  name text not null,
  starts_at timestamp with time zone,
  phone text not null default ''::text,
  comment text not null default ''::text,
  stars integer,
  solved boolean,
  quotable boolean not null default false,
  at timestamp with time zone not null,
  waits boolean not null,
  settled_at timestamp with time zone,
  settled_by text not null default ''::text,
  outcome text not null default ''::text,
  constraint answers_pkey PRIMARY KEY (organization_id, id),
  constraint answers_organization_id_link_id_fkey FOREIGN KEY (organization_id, link_id) REFERENCES portal.links(organization_id, id),
  constraint answers_kind_check CHECK (kind = ANY (ARRAY['confirmed'::text, 'moved'::text, 'time_asked'::text, 'call_wanted'::text, 'rated'::text])),
  constraint answers_stars_check CHECK (stars >= 1 AND stars <= 5)
);
CREATE INDEX answers_newest ON portal.answers USING btree (organization_id, at DESC, id DESC);
CREATE INDEX answers_of_visit ON portal.answers USING btree (organization_id, work_order_id, at);
CREATE UNIQUE INDEX answers_rated ON portal.answers USING btree (organization_id, work_order_id) WHERE (kind = 'rated'::text);
CREATE INDEX answers_waiting ON portal.answers USING btree (organization_id, at, id) WHERE (waits AND (settled_at IS NULL));
alter table portal.answers enable row level security;
alter table portal.answers force row level security;
create policy tenant on portal.answers for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table portal.answers to regie_app;

create table portal.links (
  organization_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  name text not null,
  email text not null,
  mobile text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by text not null default ''::text,
  constraint links_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX links_by_id ON portal.links USING btree (id);
CREATE UNIQUE INDEX links_of_visit ON portal.links USING btree (organization_id, work_order_id) WHERE (revoked_at IS NULL);
alter table portal.links enable row level security;
alter table portal.links force row level security;
create policy system_reads on portal.links for select to regie_system
  using (true);
create policy tenant on portal.links for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table portal.links to regie_app;

create table portal.notices (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  work_order_id uuid not null,
  facts jsonb not null,
  tell_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  event_id uuid,
  constraint notices_pkey PRIMARY KEY (organization_id, id),
  constraint notices_kind_check CHECK (kind = ANY (ARRAY['change'::text, 'on_the_way'::text, 'survey'::text, 'report'::text]))
);
CREATE INDEX notices_due ON portal.notices USING btree (organization_id, tell_at) WHERE (settled_at IS NULL);
CREATE INDEX notices_of_event ON portal.notices USING btree (organization_id, event_id) WHERE (event_id IS NOT NULL);
CREATE UNIQUE INDEX notices_waiting ON portal.notices USING btree (organization_id, work_order_id, kind) WHERE (settled_at IS NULL);
alter table portal.notices enable row level security;
alter table portal.notices force row level security;
create policy tenant on portal.notices for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table portal.notices to regie_app;

create table portal.promises (
  organization_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  name text not null,
  starts_at timestamp with time zone not null,
  until timestamp with time zone not null,
  given_at timestamp with time zone not null,
  given_by text not null,
  channels jsonb not null,
  is_first boolean not null,
  reminded_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  state text not null default 'open'::text,
  settled_at timestamp with time zone,
  arrived_at timestamp with time zone,
  by_seconds integer,
  constraint promises_pkey PRIMARY KEY (organization_id, id),
  constraint promises_state_check CHECK (state = ANY (ARRAY['open'::text, 'kept'::text, 'late'::text, 'withdrawn'::text, 'released'::text]))
);
CREATE INDEX promises_by_hour ON portal.promises USING btree (organization_id, starts_at, id);
CREATE INDEX promises_of_visit ON portal.promises USING btree (organization_id, work_order_id, given_at);
CREATE UNIQUE INDEX promises_open ON portal.promises USING btree (organization_id, work_order_id) WHERE (state = 'open'::text);
alter table portal.promises enable row level security;
alter table portal.promises force row level security;
create policy tenant on portal.promises for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table portal.promises to regie_app;

create table portal.settings (
  organization_id uuid not null,
  version integer not null default 1,
  window_minutes integer not null,
  moving text not null,
  lead_hours integer not null,
  horizon_days integer not null,
  hold_minutes integer not null,
  link_days integer not null,
  phone text not null,
  bad_stars integer not null,
  preparations jsonb not null,
  by_template jsonb not null,
  constraint settings_pkey PRIMARY KEY (organization_id),
  constraint settings_moving_check CHECK (moving = ANY (ARRAY['direct'::text, 'approval'::text, 'off'::text]))
);
alter table portal.settings enable row level security;
alter table portal.settings force row level security;
create policy tenant on portal.settings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table portal.settings to regie_app;

create table productions.call_sheet_details (
  organization_id uuid not null,
  project_id uuid not null,
  version integer not null default 0,
  content jsonb not null default '{}'::jsonb,
  constraint call_sheet_details_pkey PRIMARY KEY (organization_id, project_id)
);
alter table productions.call_sheet_details enable row level security;
alter table productions.call_sheet_details force row level security;
create policy tenant on productions.call_sheet_details for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.call_sheet_details to regie_app;

create table productions.call_sheet_documents (
  organization_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  added_at timestamp with time zone not null,
  constraint call_sheet_documents_pkey PRIMARY KEY (organization_id, id),
  constraint call_sheet_documents_bytes_check CHECK (bytes > 0)
);
CREATE INDEX call_sheet_documents_by_project ON productions.call_sheet_documents USING btree (organization_id, project_id, added_at);
alter table productions.call_sheet_documents enable row level security;
alter table productions.call_sheet_documents force row level security;
create policy tenant on productions.call_sheet_documents for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.call_sheet_documents to regie_app;

create table productions.call_sheet_versions (
  organization_id uuid not null,
  project_id uuid not null,
  number integer not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  note text not null,
  constraint call_sheet_versions_pkey PRIMARY KEY (organization_id, project_id, number),
  constraint call_sheet_versions_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES productions.call_sheet_details(organization_id, project_id),
  constraint call_sheet_versions_number_check CHECK (number > 0)
);
alter table productions.call_sheet_versions enable row level security;
alter table productions.call_sheet_versions force row level security;
create policy tenant on productions.call_sheet_versions for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.call_sheet_versions to regie_app;

create table productions.call_sheets (
  organization_id uuid not null,
  project_id uuid not null,
  technician_id uuid not null,
  number integer not null,
  content jsonb,
  ends_at timestamp with time zone,
  read_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  constraint call_sheets_pkey PRIMARY KEY (organization_id, project_id, technician_id, number),
  constraint call_sheets_organization_id_project_id_number_fkey FOREIGN KEY (organization_id, project_id, number) REFERENCES productions.call_sheet_versions(organization_id, project_id, number)
);
CREATE INDEX call_sheets_by_technician ON productions.call_sheets USING btree (organization_id, technician_id, ends_at);
alter table productions.call_sheets enable row level security;
alter table productions.call_sheets force row level security;
create policy tenant on productions.call_sheets for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.call_sheets to regie_app;

create table productions.chiefs (
  organization_id uuid not null,
  project_id uuid not null,
  department text not null,
  technician_id uuid,
  member_id uuid,
  constraint chiefs_pkey PRIMARY KEY (organization_id, project_id, department),
  constraint chiefs_check CHECK (num_nonnulls(technician_id, member_id) = 1),
  constraint chiefs_department_check CHECK (department = ANY (ARRAY['sound'::text, 'light'::text, 'video'::text, 'rigging'::text, 'power'::text, 'set'::text, 'stage'::text, 'backline'::text, 'logistics'::text, 'general'::text]))
);
CREATE INDEX chiefs_by_member ON productions.chiefs USING btree (organization_id, member_id) WHERE (member_id IS NOT NULL);
CREATE INDEX chiefs_by_technician ON productions.chiefs USING btree (organization_id, technician_id) WHERE (technician_id IS NOT NULL);
alter table productions.chiefs enable row level security;
alter table productions.chiefs force row level security;
create policy tenant on productions.chiefs for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.chiefs to regie_app;

create table productions.crew_templates (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  lines jsonb not null,
  archived_at timestamp with time zone,
  equipment jsonb not null default '[]'::jsonb,
  constraint crew_templates_pkey PRIMARY KEY (organization_id, id)
);
alter table productions.crew_templates enable row level security;
alter table productions.crew_templates force row level security;
create policy tenant on productions.crew_templates for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.crew_templates to regie_app;

create table productions.phases (
  organization_id uuid not null,
  work_order_id uuid not null,
  project_id uuid not null,
  stage_id uuid not null,
  kind text not null,
  name text not null,
  department text,
  constraint phases_pkey PRIMARY KEY (organization_id, work_order_id),
  constraint phases_organization_id_stage_id_fkey FOREIGN KEY (organization_id, stage_id) REFERENCES productions.stages(organization_id, id),
  constraint phases_department_check CHECK (department = ANY (ARRAY['sound'::text, 'light'::text, 'video'::text, 'rigging'::text, 'power'::text, 'set'::text, 'stage'::text, 'backline'::text, 'logistics'::text])),
  constraint phases_kind_check CHECK (kind = ANY (ARRAY['loading'::text, 'set_up'::text, 'rigging'::text, 'focus'::text, 'sound_check'::text, 'rehearsal'::text, 'show'::text, 'changeover'::text, 'strike'::text, 'return'::text]))
);
CREATE INDEX phases_by_project ON productions.phases USING btree (organization_id, project_id);
CREATE INDEX phases_by_stage ON productions.phases USING btree (organization_id, stage_id);
alter table productions.phases enable row level security;
alter table productions.phases force row level security;
create policy tenant on productions.phases for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.phases to regie_app;

create table productions.plan_spots (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  stage_id uuid not null,
  label text not null,
  number integer not null,
  x double precision not null,
  y double precision not null,
  constraint plan_spots_pkey PRIMARY KEY (organization_id, id),
  constraint plan_spots_organization_id_stage_id_fkey FOREIGN KEY (organization_id, stage_id) REFERENCES productions.stages(organization_id, id),
  constraint plan_spots_number_check CHECK (number > 0),
  constraint plan_spots_x_check CHECK (x >= 0::double precision AND x <= 1::double precision),
  constraint plan_spots_y_check CHECK (y >= 0::double precision AND y <= 1::double precision)
);
CREATE UNIQUE INDEX plan_spots_by_role ON productions.plan_spots USING btree (organization_id, stage_id, lower(label), number);
alter table productions.plan_spots enable row level security;
alter table productions.plan_spots force row level security;
create policy tenant on productions.plan_spots for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.plan_spots to regie_app;

create table productions.review_changes (
  organization_id uuid not null,
  review_id uuid not null,
  position_id uuid not null,
  fingerprint text,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint review_changes_pkey PRIMARY KEY (organization_id, review_id, position_id),
  constraint review_changes_organization_id_review_id_fkey FOREIGN KEY (organization_id, review_id) REFERENCES productions.reviews(organization_id, id)
);
alter table productions.review_changes enable row level security;
alter table productions.review_changes force row level security;
create policy tenant on productions.review_changes for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.review_changes to regie_app;

create table productions.review_remarks (
  organization_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  position_id uuid not null,
  department text not null,
  text text not null,
  written_by text not null,
  writer_id uuid not null,
  written_at timestamp with time zone not null,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint review_remarks_pkey PRIMARY KEY (organization_id, id),
  constraint review_remarks_organization_id_review_id_fkey FOREIGN KEY (organization_id, review_id) REFERENCES productions.reviews(organization_id, id)
);
CREATE INDEX review_remarks_by_review ON productions.review_remarks USING btree (organization_id, review_id);
alter table productions.review_remarks enable row level security;
alter table productions.review_remarks force row level security;
create policy tenant on productions.review_remarks for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.review_remarks to regie_app;

create table productions.review_seen (
  organization_id uuid not null,
  project_id uuid not null,
  position_id uuid not null,
  seen_by uuid not null,
  seen_at timestamp with time zone not null,
  line jsonb not null,
  constraint review_seen_pkey PRIMARY KEY (organization_id, project_id, position_id)
);
alter table productions.review_seen enable row level security;
alter table productions.review_seen force row level security;
create policy tenant on productions.review_seen for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.review_seen to regie_app;

create table productions.review_signatures (
  organization_id uuid not null,
  review_id uuid not null,
  department text not null,
  signed_at timestamp with time zone not null,
  signed_by text not null,
  signer_id uuid not null,
  digest text not null,
  lines jsonb not null,
  by_link boolean not null default false,
  constraint review_signatures_pkey PRIMARY KEY (organization_id, review_id, department),
  constraint review_signatures_organization_id_review_id_fkey FOREIGN KEY (organization_id, review_id) REFERENCES productions.reviews(organization_id, id)
);
alter table productions.review_signatures enable row level security;
alter table productions.review_signatures force row level security;
create policy tenant on productions.review_signatures for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.review_signatures to regie_app;

create table productions.reviews (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  project_id uuid not null,
  round integer not null,
  state text not null,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  due_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  reason text not null,
  locked_at timestamp with time zone,
  signed_lines jsonb,
  pinned_ids uuid[] not null default '{}'::uuid[],
  constraint reviews_pkey PRIMARY KEY (organization_id, id),
  constraint reviews_organization_id_project_id_round_key UNIQUE (organization_id, project_id, round),
  constraint reviews_check CHECK ((state = ANY (ARRAY['locked'::text, 'reopened'::text])) = (locked_at IS NOT NULL)),
  constraint reviews_state_check CHECK (state = ANY (ARRAY['open'::text, 'locked'::text, 'reopened'::text, 'withdrawn'::text]))
);
CREATE UNIQUE INDEX reviews_one_live ON productions.reviews USING btree (organization_id, project_id) WHERE (state = ANY (ARRAY['open'::text, 'locked'::text]));
alter table productions.reviews enable row level security;
alter table productions.reviews force row level security;
create policy tenant on productions.reviews for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.reviews to regie_app;

create table productions.role_departments (
  organization_id uuid not null,
  project_id uuid not null,
  label text not null,
  department text not null,
  constraint role_departments_pkey PRIMARY KEY (organization_id, project_id, label),
  constraint role_departments_department_check CHECK (department = ANY (ARRAY['sound'::text, 'light'::text, 'video'::text, 'rigging'::text, 'power'::text, 'set'::text, 'stage'::text, 'backline'::text, 'logistics'::text, 'general'::text]))
);
alter table productions.role_departments enable row level security;
alter table productions.role_departments force row level security;
create policy tenant on productions.role_departments for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.role_departments to regie_app;

create table productions.stage_plans (
  organization_id uuid not null,
  stage_id uuid not null,
  version integer not null default 1,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  added_at timestamp with time zone not null,
  constraint stage_plans_pkey PRIMARY KEY (organization_id, stage_id),
  constraint stage_plans_organization_id_stage_id_fkey FOREIGN KEY (organization_id, stage_id) REFERENCES productions.stages(organization_id, id),
  constraint stage_plans_bytes_check CHECK (bytes > 0),
  constraint stage_plans_height_check CHECK (height > 0),
  constraint stage_plans_media_type_check CHECK (media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text, 'image/svg+xml'::text])),
  constraint stage_plans_width_check CHECK (width > 0)
);
alter table productions.stage_plans enable row level security;
alter table productions.stage_plans force row level security;
create policy tenant on productions.stage_plans for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.stage_plans to regie_app;

create table productions.stages (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  project_id uuid not null,
  site_id uuid not null,
  name text not null,
  constraint stages_pkey PRIMARY KEY (organization_id, id),
  constraint stages_organization_id_project_id_name_key UNIQUE (organization_id, project_id, name)
);
alter table productions.stages enable row level security;
alter table productions.stages force row level security;
create policy tenant on productions.stages for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table productions.stages to regie_app;

create table relief.asks (
  organization_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  technician_id uuid not null,
  wave integer not null,
  rank integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  added_travel_seconds integer not null,
  added_travel_metres integer not null,
  planned_minutes integer not null,
  state text not null default 'asked'::text,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint asks_pkey PRIMARY KEY (organization_id, id),
  constraint asks_organization_id_request_id_technician_id_key UNIQUE (organization_id, request_id, technician_id),
  constraint asks_organization_id_request_id_fkey FOREIGN KEY (organization_id, request_id) REFERENCES relief.requests(organization_id, id),
  constraint asks_state_check CHECK (state = ANY (ARRAY['asked'::text, 'yes'::text, 'no'::text, 'missed'::text, 'unable'::text]))
);
CREATE INDEX asks_of_technician ON relief.asks USING btree (organization_id, technician_id, asked_at DESC);
alter table relief.asks enable row level security;
alter table relief.asks force row level security;
create policy tenant on relief.asks for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table relief.asks to regie_app;

create table relief.facts (
  organization_id uuid not null,
  key text not null,
  assignment_id uuid not null,
  technician_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  constraint facts_pkey PRIMARY KEY (organization_id, key),
  constraint facts_kind_check CHECK (kind = ANY (ARRAY['given'::text, 'accepted'::text, 'declined'::text, 'moved'::text, 'reassigned'::text, 'removed'::text, 'exchanged'::text]))
);
CREATE INDEX facts_by_time ON relief.facts USING btree (organization_id, at);
CREATE INDEX facts_of_assignment ON relief.facts USING btree (organization_id, assignment_id, at);
alter table relief.facts enable row level security;
alter table relief.facts force row level security;
create policy tenant on relief.facts for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table relief.facts to regie_app;

create table relief.requests (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  state text not null,
  work_order_id uuid not null,
  position_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  assignment_id uuid,
  from_technician_id uuid,
  in_return_id uuid,
  absence_id uuid,
  reason text not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  alarm_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  next_wave_at timestamp with time zone,
  wave integer not null default 0,
  exhausted boolean not null default false,
  alarmed boolean not null default false,
  escalates_at timestamp with time zone,
  escalated boolean not null default false,
  taker_id uuid,
  settled_at timestamp with time zone,
  decided_by text,
  constraint requests_pkey PRIMARY KEY (organization_id, id),
  constraint requests_kind_check CHECK (kind = ANY (ARRAY['release'::text, 'swap'::text, 'replacement'::text, 'emergency'::text])),
  constraint requests_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'asking'::text, 'to_approve'::text, 'settled'::text, 'refused'::text, 'expired'::text, 'cancelled'::text]))
);
CREATE INDEX requests_newest ON relief.requests USING btree (organization_id, created_at DESC);
CREATE INDEX requests_of_assignment ON relief.requests USING btree (organization_id, assignment_id);
CREATE UNIQUE INDEX requests_one_open ON relief.requests USING btree (organization_id, position_id) WHERE (state = ANY (ARRAY['proposed'::text, 'asking'::text, 'to_approve'::text]));
alter table relief.requests enable row level security;
alter table relief.requests force row level security;
create policy system_reads on relief.requests for select to regie_system
  using (true);
create policy tenant on relief.requests for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table relief.requests to regie_app;

create table relief.settings (
  organization_id uuid not null,
  version integer not null default 1,
  body jsonb not null,
  constraint settings_pkey PRIMARY KEY (organization_id)
);
alter table relief.settings enable row level security;
alter table relief.settings force row level security;
create policy tenant on relief.settings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table relief.settings to regie_app;

create table reports.certificates (
  organization_id uuid not null,
  id uuid not null,
  certificate bytea not null,
  encrypted_key bytea not null,
  fingerprint text not null,
  is_own boolean not null,
  made_at timestamp with time zone not null,
  constraint certificates_pkey PRIMARY KEY (organization_id, id)
);
alter table reports.certificates enable row level security;
alter table reports.certificates force row level security;
create policy tenant on reports.certificates for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table reports.certificates to regie_app;

create table reports.invitations (
  organization_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  email text not null,
  name text not null,
  token_hash text not null,
  code_hash text,
  code_sent_at timestamp with time zone,
  codes_sent integer not null default 0,
  wrong_codes integer not null default 0,
  expires_at timestamp with time zone not null,
  state text not null,
  channel text not null default 'email'::text,
  phone text not null default ''::text,
  consent_version integer,
  consent_text text,
  command_id uuid,
  constraint invitations_pkey PRIMARY KEY (organization_id, id),
  constraint invitations_organization_id_command_id_key UNIQUE (organization_id, command_id),
  constraint invitations_organization_id_token_hash_key UNIQUE (organization_id, token_hash),
  constraint invitations_organization_id_report_id_fkey FOREIGN KEY (organization_id, report_id) REFERENCES reports.reports(organization_id, id),
  constraint invitations_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'sms'::text])),
  constraint invitations_state_check CHECK (state = ANY (ARRAY['open'::text, 'used'::text, 'withdrawn'::text]))
);
CREATE INDEX invitations_by_report ON reports.invitations USING btree (organization_id, report_id);
alter table reports.invitations enable row level security;
alter table reports.invitations force row level security;
create policy tenant on reports.invitations for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table reports.invitations to regie_app;

create table reports.readings (
  organization_id uuid not null,
  report_id uuid not null,
  site_id uuid not null,
  asset_id uuid,
  form_id uuid not null,
  key text not null,
  at timestamp with time zone not null,
  value double precision not null,
  ordinal integer not null,
  constraint readings_pkey PRIMARY KEY (organization_id, report_id, ordinal),
  constraint readings_organization_id_report_id_fkey FOREIGN KEY (organization_id, report_id) REFERENCES reports.reports(organization_id, id)
);
CREATE INDEX readings_by_site ON reports.readings USING btree (organization_id, site_id, at);
alter table reports.readings enable row level security;
alter table reports.readings force row level security;
create policy tenant on reports.readings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table reports.readings to regie_app;

create table reports.reports (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  work_order_id uuid not null,
  number integer not null,
  state text not null,
  remark text not null default ''::text,
  amends jsonb,
  content jsonb,
  content_hash text,
  signature jsonb,
  signature_hash text,
  signed_by_command uuid,
  token text,
  reference text not null,
  title text not null,
  client_id uuid not null,
  client_name text not null,
  site_id uuid not null,
  site_name text not null,
  asset_ids uuid[] not null,
  technician_ids uuid[] not null,
  technician_names text[] not null,
  outcome text,
  acceptance text,
  flags integer not null default 0,
  worked_at timestamp with time zone,
  sealed_at timestamp with time zone,
  validated_at timestamp with time zone,
  mailed_at timestamp with time zone,
  has_pdf boolean not null default false,
  created_at timestamp with time zone not null,
  search_text text not null generated always as (platform.fold(((((((reference || ' '::text) || title) || ' '::text) || client_name) || ' '::text) || site_name))) stored,
  pdf_hash text,
  erase_on date,
  held_for text not null default ''::text,
  erased_at timestamp with time zone,
  constraint reports_pkey PRIMARY KEY (organization_id, id),
  constraint reports_organization_id_signed_by_command_key UNIQUE (organization_id, signed_by_command),
  constraint reports_organization_id_token_key UNIQUE (organization_id, token),
  constraint reports_organization_id_work_order_id_number_key UNIQUE (organization_id, work_order_id, number),
  constraint reports_acceptance_check CHECK (acceptance = ANY (ARRAY['without_reserves'::text, 'with_reserves'::text, 'refused'::text, 'absent'::text])),
  constraint reports_check CHECK (
CASE
    WHEN state = ANY (ARRAY['sealed'::text, 'validated'::text, 'superseded'::text]) THEN content IS NOT NULL AND signature IS NOT NULL AND token IS NOT NULL
    ELSE true
END),
  constraint reports_erased_check CHECK ((state = 'erased'::text) = (erased_at IS NOT NULL) AND (state <> 'erased'::text OR content IS NULL AND signature IS NULL)),
  constraint reports_number_check CHECK (number >= 1),
  constraint reports_outcome_check CHECK (outcome = ANY (ARRAY['completed'::text, 'to_continue'::text, 'abandoned'::text])),
  constraint reports_state_check CHECK (state = ANY (ARRAY['draft'::text, 'awaiting'::text, 'sealed'::text, 'validated'::text, 'superseded'::text, 'erased'::text]))
);
CREATE INDEX reports_by_age ON reports.reports USING btree (organization_id, sealed_at) WHERE (erased_at IS NULL);
CREATE INDEX reports_by_client ON reports.reports USING btree (organization_id, client_id, created_at DESC);
CREATE INDEX reports_by_time ON reports.reports USING btree (organization_id, created_at DESC, id DESC);
alter table reports.reports enable row level security;
alter table reports.reports force row level security;
create policy tenant on reports.reports for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table reports.reports to regie_app;

create table reports.settings (
  organization_id uuid not null,
  version integer not null default 1,
  colour text not null,
  price_conditions_fr text not null,
  price_conditions_en text not null,
  consent_fr text not null,
  consent_en text not null,
  consent_version integer not null,
  logo bytea,
  retention_years integer not null default 10,
  company_details text not null default ''::text,
  constraint settings_pkey PRIMARY KEY (organization_id),
  constraint settings_retention_years_check CHECK (retention_years >= 2 AND retention_years <= 50)
);
alter table reports.settings enable row level security;
alter table reports.settings force row level security;
create policy tenant on reports.settings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table reports.settings to regie_app;

create table reports.trail (
  organization_id uuid not null,
  report_id uuid not null,
  sequence integer not null,
  entry jsonb not null,
  constraint trail_pkey PRIMARY KEY (organization_id, report_id, sequence),
  constraint trail_organization_id_report_id_fkey FOREIGN KEY (organization_id, report_id) REFERENCES reports.reports(organization_id, id)
);
alter table reports.trail enable row level security;
alter table reports.trail force row level security;
create policy tenant on reports.trail for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select on table reports.trail to regie_app;

create table whereabouts.agreements (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  words text not null,
  agreed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint agreements_pkey PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX agreements_in_force ON whereabouts.agreements USING btree (organization_id, technician_id) WHERE (ended_at IS NULL);
CREATE INDEX agreements_of_technician ON whereabouts.agreements USING btree (organization_id, technician_id, agreed_at);
alter table whereabouts.agreements enable row level security;
alter table whereabouts.agreements force row level security;
create policy tenant on whereabouts.agreements for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant insert, select, update on table whereabouts.agreements to regie_app;

create table whereabouts.positions (
  organization_id uuid not null,
  assignment_id uuid not null,
  work_order_id uuid not null,
  technician_id uuid not null,
  latitude double precision not null,
  longitude double precision not null,
  at timestamp with time zone not null,
  way_seconds integer,
  constraint positions_pkey PRIMARY KEY (organization_id, assignment_id)
);
CREATE INDEX positions_of_visit ON whereabouts.positions USING btree (organization_id, work_order_id);
alter table whereabouts.positions enable row level security;
alter table whereabouts.positions force row level security;
create policy system_reads on whereabouts.positions for select to regie_system
  using (true);
create policy tenant on whereabouts.positions for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table whereabouts.positions to regie_app;

create table whereabouts.settings (
  organization_id uuid not null,
  version integer not null default 1,
  enabled boolean not null,
  keep_minutes integer not null,
  constraint settings_pkey PRIMARY KEY (organization_id),
  constraint settings_keep_minutes_check CHECK (keep_minutes >= 5 AND keep_minutes <= 120)
);
alter table whereabouts.settings enable row level security;
alter table whereabouts.settings force row level security;
create policy tenant on whereabouts.settings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table whereabouts.settings to regie_app;

create table work_orders.attachments (
  organization_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint attachments_pkey PRIMARY KEY (organization_id, id),
  constraint attachments_organization_id_work_order_id_fkey FOREIGN KEY (organization_id, work_order_id) REFERENCES work_orders.work_orders(organization_id, id),
  constraint attachments_bytes_check CHECK (bytes > 0)
);
CREATE INDEX attachments_by_work_order ON work_orders.attachments USING btree (organization_id, work_order_id, added_at) WHERE (removed_at IS NULL);
alter table work_orders.attachments enable row level security;
alter table work_orders.attachments force row level security;
create policy tenant on work_orders.attachments for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.attachments to regie_app;

create table work_orders.contracts (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  external_id text,
  reference text not null,
  name text not null,
  client_id uuid not null,
  site_ids uuid[] not null,
  starts_on date not null,
  ends_on date,
  renews_on date,
  notice_days integer not null,
  paused_from date,
  paused_until date,
  end_reason text not null default ''::text,
  notes text not null,
  created_at timestamp with time zone not null,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(((((reference || ' '::text) || name) || ' '::text) || COALESCE(external_id, ''::text)))) stored,
  warned_for date,
  constraint contracts_pkey PRIMARY KEY (organization_id, id),
  constraint contracts_organization_id_external_id_key UNIQUE (organization_id, external_id),
  constraint contracts_organization_id_reference_key UNIQUE (organization_id, reference),
  constraint contracts_check CHECK (ends_on >= starts_on),
  constraint contracts_check1 CHECK (paused_until >= paused_from),
  constraint contracts_notice_days_check CHECK (notice_days >= 0)
);
CREATE INDEX contracts_by_client ON work_orders.contracts USING btree (organization_id, client_id);
CREATE INDEX contracts_to_warn ON work_orders.contracts USING btree (organization_id, renews_on) WHERE (renews_on IS NOT NULL);
alter table work_orders.contracts enable row level security;
alter table work_orders.contracts force row level security;
create policy system_reads on work_orders.contracts for select to regie_system
  using (true);
create policy tenant on work_orders.contracts for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.contracts to regie_app;

create table work_orders.counters (
  organization_id uuid not null,
  name text not null,
  last integer not null,
  constraint counters_pkey PRIMARY KEY (organization_id, name)
);
alter table work_orders.counters enable row level security;
alter table work_orders.counters force row level security;
create policy tenant on work_orders.counters for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.counters to regie_app;

create table work_orders.dependencies (
  organization_id uuid not null,
  work_order_id uuid not null,
  after_id uuid not null,
  lag_minutes integer not null,
  ordinal integer not null,
  constraint dependencies_pkey PRIMARY KEY (organization_id, work_order_id, after_id),
  constraint dependencies_organization_id_after_id_fkey FOREIGN KEY (organization_id, after_id) REFERENCES work_orders.work_orders(organization_id, id),
  constraint dependencies_organization_id_work_order_id_fkey FOREIGN KEY (organization_id, work_order_id) REFERENCES work_orders.work_orders(organization_id, id),
  constraint dependencies_check CHECK (after_id <> work_order_id),
  constraint dependencies_lag_minutes_check CHECK (lag_minutes >= 0)
);
CREATE INDEX dependencies_by_after ON work_orders.dependencies USING btree (organization_id, after_id);
alter table work_orders.dependencies enable row level security;
alter table work_orders.dependencies force row level security;
create policy tenant on work_orders.dependencies for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.dependencies to regie_app;

create table work_orders.occurrences (
  organization_id uuid not null,
  series_id uuid not null,
  occurs_on date not null,
  happens_on date not null,
  season integer not null,
  exception text,
  start_time text,
  end_time text,
  work_order_id uuid,
  constraint occurrences_pkey PRIMARY KEY (organization_id, series_id, occurs_on),
  constraint occurrences_organization_id_series_id_fkey FOREIGN KEY (organization_id, series_id) REFERENCES work_orders.series(organization_id, id),
  constraint occurrences_organization_id_work_order_id_fkey FOREIGN KEY (organization_id, work_order_id) REFERENCES work_orders.work_orders(organization_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint occurrences_exception_check CHECK (exception = ANY (ARRAY['moved'::text, 'skipped'::text, 'changed'::text]))
);
CREATE UNIQUE INDEX occurrences_by_work_order ON work_orders.occurrences USING btree (organization_id, work_order_id);
alter table work_orders.occurrences enable row level security;
alter table work_orders.occurrences force row level security;
create policy tenant on work_orders.occurrences for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.occurrences to regie_app;

create table work_orders.positions (
  organization_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  group_no integer not null,
  seat_no integer not null,
  label text not null,
  skills jsonb not null,
  certification_kind_ids uuid[] not null,
  mandatory boolean not null,
  constraint positions_pkey PRIMARY KEY (organization_id, id),
  constraint positions_organization_id_work_order_id_fkey FOREIGN KEY (organization_id, work_order_id) REFERENCES work_orders.work_orders(organization_id, id)
);
CREATE INDEX positions_by_work_order ON work_orders.positions USING btree (organization_id, work_order_id, group_no, seat_no);
alter table work_orders.positions enable row level security;
alter table work_orders.positions force row level security;
create policy tenant on work_orders.positions for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.positions to regie_app;

create table work_orders.projects (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  external_id text,
  code text not null,
  name text not null,
  kind text not null,
  client_id uuid,
  starts_on date,
  ends_on date,
  notes text not null,
  archived_at timestamp with time zone,
  budget_code text not null default ''::text,
  search_text text not null generated always as (platform.fold(((((((code || ' '::text) || name) || ' '::text) || COALESCE(external_id, ''::text)) || ' '::text) || budget_code))) stored,
  constraint projects_pkey PRIMARY KEY (organization_id, id),
  constraint projects_organization_id_code_key UNIQUE (organization_id, code),
  constraint projects_organization_id_external_id_key UNIQUE (organization_id, external_id),
  constraint projects_check CHECK (ends_on >= starts_on),
  constraint projects_kind_check CHECK (kind = ANY (ARRAY['tour'::text, 'production'::text, 'other'::text]))
);
alter table work_orders.projects enable row level security;
alter table work_orders.projects force row level security;
create policy tenant on work_orders.projects for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.projects to regie_app;

create table work_orders.series (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  contract_id uuid not null,
  site_id uuid not null,
  follows_id uuid,
  work jsonb not null,
  season_work jsonb not null,
  rule jsonb not null,
  first_on date not null,
  preferred_technician_id uuid,
  made_until date,
  created_at timestamp with time zone not null,
  constraint series_pkey PRIMARY KEY (organization_id, id),
  constraint series_organization_id_contract_id_fkey FOREIGN KEY (organization_id, contract_id) REFERENCES work_orders.contracts(organization_id, id),
  constraint series_organization_id_follows_id_fkey FOREIGN KEY (organization_id, follows_id) REFERENCES work_orders.series(organization_id, id)
);
CREATE INDEX series_by_contract ON work_orders.series USING btree (organization_id, contract_id);
CREATE INDEX series_by_technician ON work_orders.series USING btree (organization_id, preferred_technician_id);
CREATE INDEX series_to_make ON work_orders.series USING btree (organization_id, made_until NULLS FIRST, id);
alter table work_orders.series enable row level security;
alter table work_orders.series force row level security;
create policy system_reads on work_orders.series for select to regie_system
  using (true);
create policy tenant on work_orders.series for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.series to regie_app;

create table work_orders.series_nights (
  organization_id uuid not null,
  local_date date not null,
  constraint series_nights_pkey PRIMARY KEY (organization_id, local_date)
);
alter table work_orders.series_nights enable row level security;
alter table work_orders.series_nights force row level security;
create policy tenant on work_orders.series_nights for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.series_nights to regie_app;

create table work_orders.series_settings (
  organization_id uuid not null,
  version integer not null default 1,
  horizon_weeks integer not null,
  alsace_moselle text not null,
  constraint series_settings_pkey PRIMARY KEY (organization_id),
  constraint series_settings_alsace_moselle_check CHECK (alsace_moselle = ANY (ARRAY['site'::text, 'always'::text, 'never'::text])),
  constraint series_settings_horizon_weeks_check CHECK (horizon_weeks >= 1 AND horizon_weeks <= 26)
);
alter table work_orders.series_settings enable row level security;
alter table work_orders.series_settings force row level security;
create policy tenant on work_orders.series_settings for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.series_settings to regie_app;

create table work_orders.work_orders (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  number integer not null,
  reference text not null,
  external_id text,
  site_id uuid not null,
  asset_ids uuid[] not null,
  project_id uuid,
  template_id uuid,
  title text not null,
  description text not null,
  nature text not null,
  category text not null,
  priority_id uuid,
  duration_minutes integer,
  windows jsonb not null,
  earliest_at timestamp with time zone,
  due_at timestamp with time zone,
  opens_at timestamp with time zone,
  closes_at timestamp with time zone,
  skills jsonb not null,
  certification_kind_ids uuid[] not null,
  asks_skill boolean not null,
  required_products jsonb not null,
  contact jsonb not null,
  notes text not null,
  status text not null,
  cancel_reason text not null default ''::text,
  created_at timestamp with time zone not null,
  search_text text not null generated always as (platform.fold(((((((((reference || ' '::text) || number) || ' '::text) || COALESCE(external_id, ''::text)) || ' '::text) || title) || ' '::text) || nature))) stored,
  equipment jsonb not null default '[]'::jsonb,
  constraint work_orders_pkey PRIMARY KEY (organization_id, id),
  constraint work_orders_organization_id_external_id_key UNIQUE (organization_id, external_id),
  constraint work_orders_organization_id_number_key UNIQUE (organization_id, number),
  constraint work_orders_organization_id_reference_key UNIQUE (organization_id, reference),
  constraint work_orders_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES work_orders.projects(organization_id, id),
  constraint work_orders_category_check CHECK (category = ANY (ARRAY['recurrent'::text, 'seasonal'::text, 'urgent'::text, 'one_off'::text])),
  constraint work_orders_duration_minutes_check CHECK (duration_minutes > 0),
  constraint work_orders_status_check CHECK (status = ANY (ARRAY['requested'::text, 'qualified'::text, 'planned'::text, 'in_progress'::text, 'done'::text, 'validated'::text, 'closed'::text, 'cancelled'::text]))
);
CREATE INDEX work_orders_by_project ON work_orders.work_orders USING btree (organization_id, project_id);
CREATE INDEX work_orders_by_site ON work_orders.work_orders USING btree (organization_id, site_id);
CREATE INDEX work_orders_by_status ON work_orders.work_orders USING btree (organization_id, status, number);
CREATE INDEX work_orders_with_equipment ON work_orders.work_orders USING gin (equipment jsonb_path_ops) WHERE (equipment <> '[]'::jsonb);
alter table work_orders.work_orders enable row level security;
alter table work_orders.work_orders force row level security;
create policy tenant on work_orders.work_orders for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table work_orders.work_orders to regie_app;

create table workforce.absences (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  technician_id uuid not null,
  from_date date,
  until_date date,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  reason text not null,
  note text not null,
  constraint absences_pkey PRIMARY KEY (organization_id, id),
  constraint absences_organization_id_technician_id_fkey FOREIGN KEY (organization_id, technician_id) REFERENCES workforce.technicians(organization_id, id),
  constraint absences_check CHECK (from_date IS NOT NULL AND until_date >= from_date AND starts_at IS NULL AND ends_at IS NULL OR from_date IS NULL AND until_date IS NULL AND starts_at IS NOT NULL AND ends_at > starts_at),
  constraint absences_reason_check CHECK (reason = ANY (ARRAY['leave'::text, 'sick'::text, 'training'::text, 'other'::text]))
);
CREATE INDEX absences_by_technician ON workforce.absences USING btree (organization_id, technician_id);
alter table workforce.absences enable row level security;
alter table workforce.absences force row level security;
create policy tenant on workforce.absences for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table workforce.absences to regie_app;

create table workforce.certification_kinds (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  code text not null,
  name text not null,
  covers_ids uuid[] not null,
  archived_at timestamp with time zone,
  folded_code text not null generated always as (platform.fold(code)) stored,
  constraint certification_kinds_pkey PRIMARY KEY (organization_id, id),
  constraint certification_kinds_organization_id_folded_code_key UNIQUE (organization_id, folded_code)
);
alter table workforce.certification_kinds enable row level security;
alter table workforce.certification_kinds force row level security;
create policy tenant on workforce.certification_kinds for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table workforce.certification_kinds to regie_app;

create table workforce.day_words (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  source_id uuid not null,
  date date not null,
  asked_from time without time zone not null,
  asked_until time without time zone not null,
  state text not null,
  starts time without time zone,
  ends time without time zone,
  impossible jsonb not null,
  why text,
  note text not null,
  told_at timestamp with time zone not null,
  told_by text not null,
  constraint day_words_pkey PRIMARY KEY (organization_id, id),
  constraint day_words_organization_id_technician_id_date_source_id_aske_key UNIQUE (organization_id, technician_id, date, source_id, asked_from),
  constraint day_words_organization_id_technician_id_fkey FOREIGN KEY (organization_id, technician_id) REFERENCES workforce.technicians(organization_id, id),
  constraint day_words_check CHECK ((starts IS NULL) = (ends IS NULL)),
  constraint day_words_check1 CHECK (state = 'available'::text OR starts IS NULL AND impossible = '[]'::jsonb),
  constraint day_words_state_check CHECK (state = ANY (ARRAY['available'::text, 'unavailable'::text, 'pending'::text]))
);
CREATE INDEX day_words_by_source ON workforce.day_words USING btree (organization_id, source_id);
alter table workforce.day_words enable row level security;
alter table workforce.day_words force row level security;
create policy tenant on workforce.day_words for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table workforce.day_words to regie_app;

create table workforce.skills (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  code text not null,
  name text not null,
  archived_at timestamp with time zone,
  folded_code text not null generated always as (platform.fold(code)) stored,
  constraint skills_pkey PRIMARY KEY (organization_id, id),
  constraint skills_organization_id_folded_code_key UNIQUE (organization_id, folded_code)
);
alter table workforce.skills enable row level security;
alter table workforce.skills force row level security;
create policy tenant on workforce.skills for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table workforce.skills to regie_app;

create table workforce.technician_certifications (
  organization_id uuid not null,
  technician_id uuid not null,
  ordinal integer not null,
  kind_id uuid not null,
  number text not null,
  valid_from date,
  valid_until date,
  constraint technician_certifications_pkey PRIMARY KEY (organization_id, technician_id, ordinal),
  constraint technician_certifications_organization_id_kind_id_fkey FOREIGN KEY (organization_id, kind_id) REFERENCES workforce.certification_kinds(organization_id, id),
  constraint technician_certifications_organization_id_technician_id_fkey FOREIGN KEY (organization_id, technician_id) REFERENCES workforce.technicians(organization_id, id),
  constraint technician_certifications_check CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from <= valid_until)
);
CREATE INDEX technician_certifications_by_kind ON workforce.technician_certifications USING btree (organization_id, kind_id);
alter table workforce.technician_certifications enable row level security;
alter table workforce.technician_certifications force row level security;
create policy tenant on workforce.technician_certifications for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table workforce.technician_certifications to regie_app;

create table workforce.technician_skills (
  organization_id uuid not null,
  technician_id uuid not null,
  skill_id uuid not null,
  level integer not null,
  ordinal integer not null,
  constraint technician_skills_pkey PRIMARY KEY (organization_id, technician_id, skill_id),
  constraint technician_skills_organization_id_skill_id_fkey FOREIGN KEY (organization_id, skill_id) REFERENCES workforce.skills(organization_id, id),
  constraint technician_skills_organization_id_technician_id_fkey FOREIGN KEY (organization_id, technician_id) REFERENCES workforce.technicians(organization_id, id),
  constraint technician_skills_level_check CHECK (level >= 1 AND level <= 5)
);
CREATE INDEX technician_skills_by_skill ON workforce.technician_skills USING btree (organization_id, skill_id);
alter table workforce.technician_skills enable row level security;
alter table workforce.technician_skills force row level security;
create policy tenant on workforce.technician_skills for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table workforce.technician_skills to regie_app;

create table workforce.technicians (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  external_id text,
  name text not null,
  kind text not null,
  email text not null,
  phone text not null,
  colour text not null,
  team text not null,
  address_line text not null,
  postcode text not null,
  city text not null,
  country text not null,
  latitude double precision,
  longitude double precision,
  max_day_seconds integer not null,
  hourly_cost_cents integer,
  notes text not null,
  archived_at timestamp with time zone,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(((((((((((((name || ' '::text) || COALESCE(external_id, ''::text)) || ' '::text) || email) || ' '::text) || phone) || ' '::text) || team) || ' '::text) || postcode) || ' '::text) || city))) stored,
  constraint technicians_pkey PRIMARY KEY (organization_id, id),
  constraint technicians_organization_id_external_id_key UNIQUE (organization_id, external_id),
  constraint technicians_check CHECK ((latitude IS NULL) = (longitude IS NULL)),
  constraint technicians_hourly_cost_cents_check CHECK (hourly_cost_cents >= 0),
  constraint technicians_kind_check CHECK (kind = ANY (ARRAY['employee'::text, 'freelance'::text, 'subcontractor'::text])),
  constraint technicians_latitude_check CHECK (latitude >= '-90'::integer::double precision AND latitude <= 90::double precision),
  constraint technicians_longitude_check CHECK (longitude >= '-180'::integer::double precision AND longitude <= 180::double precision),
  constraint technicians_max_day_seconds_check CHECK (max_day_seconds > 0)
);
CREATE INDEX technicians_by_name ON workforce.technicians USING btree (organization_id, sort_name, id);
alter table workforce.technicians enable row level security;
alter table workforce.technicians force row level security;
create policy tenant on workforce.technicians for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table workforce.technicians to regie_app;

create table workforce.weekly_shifts (
  organization_id uuid not null,
  technician_id uuid not null,
  weekday integer not null,
  starts time without time zone not null,
  ends time without time zone not null,
  constraint weekly_shifts_pkey PRIMARY KEY (organization_id, technician_id, weekday, starts),
  constraint weekly_shifts_organization_id_technician_id_fkey FOREIGN KEY (organization_id, technician_id) REFERENCES workforce.technicians(organization_id, id),
  constraint weekly_shifts_check CHECK (ends <> starts),
  constraint weekly_shifts_weekday_check CHECK (weekday >= 1 AND weekday <= 7)
);
alter table workforce.weekly_shifts enable row level security;
alter table workforce.weekly_shifts force row level security;
create policy tenant on workforce.weekly_shifts for all to regie_app
  using ((organization_id = ( SELECT platform.current_organization() AS current_organization)))
  with check ((organization_id = ( SELECT platform.current_organization() AS current_organization)));
grant delete, insert, select, update on table workforce.weekly_shifts to regie_app;

create view catalog.v_form_versions with (security_invoker=true) as
 SELECT organization_id,
    form_id,
    number,
    definition
   FROM catalog.form_versions;
grant select on table catalog.v_form_versions to regie_app;

create view catalog.v_forms with (security_invoker=true) as
 SELECT organization_id,
    id,
    number,
    title,
    trade,
    archived_at
   FROM catalog.forms;
grant select on table catalog.v_forms to regie_app;

create view catalog.v_priorities with (security_invoker=true) as
 SELECT organization_id,
    id,
    name,
    rank,
    colour,
    icon,
    archived_at
   FROM catalog.priorities;
grant select on table catalog.v_priorities to regie_app;

create view catalog.v_templates with (security_invoker=true) as
 SELECT organization_id,
    id,
    name,
    nature,
    category,
    duration_minutes,
    priority_id,
    instructions,
    archived_at,
    form_ids
   FROM catalog.templates;
grant select on table catalog.v_templates to regie_app;

create view clients.v_assets with (security_invoker=true) as
 SELECT organization_id,
    id,
    site_id,
    external_id,
    name,
    kind,
    attributes,
    notes,
    archived_at
   FROM clients.assets;
grant select on table clients.v_assets to regie_app;

create view clients.v_clients with (security_invoker=true) as
 SELECT organization_id,
    id,
    external_id,
    name,
    phone,
    email,
    archived_at,
    search_text,
    siret,
    language
   FROM clients.clients;
grant select on table clients.v_clients to regie_app;

create view clients.v_contacts with (security_invoker=true) as
 SELECT organization_id,
    id,
    client_id,
    site_id,
    name,
    duty,
    phone,
    email
   FROM clients.contacts;
grant select on table clients.v_contacts to regie_app;

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

create view equipment.v_items with (security_invoker=true) as
 SELECT organization_id,
    id,
    name,
    kind,
    quantity,
    technician_id,
    archived_at
   FROM equipment.items;
grant select on table equipment.v_items to regie_app;

create view fieldwork.v_entries with (security_invoker=true) as
 SELECT organization_id,
    id,
    assignment_id,
    technician_id,
    by_name,
    kind,
    body,
    at,
    device_at,
    server_at,
    aside,
    COALESCE(( SELECT
                CASE
                    WHEN decision.counts THEN 'counted'::text
                    ELSE 'dismissed'::text
                END AS "case"
           FROM fieldwork.decisions decision
          WHERE decision.organization_id = entry.organization_id AND decision.entry_id = entry.id
          ORDER BY decision.id DESC
         LIMIT 1),
        CASE
            WHEN aside IS NULL THEN 'counted'::text
            WHEN aside = 'sealed'::text THEN 'to_decide'::text
            ELSE 'aside'::text
        END) AS standing
   FROM fieldwork.entries entry;
grant select on table fieldwork.v_entries to regie_app;

create view fieldwork.v_photos with (security_invoker=true) as
 SELECT organization_id,
    id,
    technician_id,
    type,
    size,
    sha256,
    received_at
   FROM fieldwork.photos;
grant select on table fieldwork.v_photos to regie_app;

create view identity.v_members with (security_invoker=true) as
 SELECT organization_id,
    id,
    name,
    email,
    role,
    language,
    technician_id,
    disabled_at
   FROM identity.members;
grant select on table identity.v_members to regie_app;

create view identity.v_organizations with (security_invoker=true) as
 SELECT organization_id,
    name,
    time_zone,
    language,
    day_starts_at,
    day_ends_at,
    buffer_minutes,
    break_minutes,
    break_after_minutes
   FROM identity.organizations;
grant select on table identity.v_organizations to regie_app;

create view planning.v_assignments with (security_invoker=true) as
 SELECT organization_id,
    id,
    version,
    work_order_id,
    position_id,
    technician_id,
    starts_at,
    ends_at,
    state,
    live,
    locked,
    published_at,
    declined_reason
   FROM planning.assignments;
grant select on table planning.v_assignments to regie_app;

create view planning.v_confirmations with (security_invoker=true) as
 SELECT organization_id,
    work_order_id,
    starts_at,
    confirmed_at
   FROM planning.confirmations;
grant select on table planning.v_confirmations to regie_app;

create view planning.v_holds with (security_invoker=true) as
 SELECT organization_id,
    work_order_id,
    starts_at,
    ends_at,
    expires_at
   FROM planning.holds;
grant select on table planning.v_holds to regie_app;

create view polls.v_people with (security_invoker=true) as
 SELECT person.organization_id,
    person.poll_id,
    person.technician_id,
    person.answered_at,
    poll.closes_at,
    poll.closed_at,
    person.link_since
   FROM polls.people person
     JOIN polls.polls poll ON poll.organization_id = person.organization_id AND poll.id = person.poll_id;
grant select on table polls.v_people to regie_app;

create view relief.v_asks with (security_invoker=true) as
 SELECT ask.organization_id,
    ask.id,
    ask.request_id,
    ask.technician_id,
    ask.state,
    request.state AS request_state
   FROM relief.asks ask
     JOIN relief.requests request ON request.organization_id = ask.organization_id AND request.id = ask.request_id;
grant select on table relief.v_asks to regie_app;

create view reports.v_reports with (security_invoker=true) as
 SELECT organization_id,
    id,
    work_order_id,
    number,
    state,
    reference,
    client_id,
    site_id,
    outcome,
    acceptance,
    worked_at,
    sealed_at,
    validated_at
   FROM reports.reports;
grant select on table reports.v_reports to regie_app;

create view work_orders.v_attachments with (security_invoker=true) as
 SELECT organization_id,
    id,
    work_order_id,
    name,
    media_type,
    bytes,
    added_at
   FROM work_orders.attachments
  WHERE removed_at IS NULL;
grant select on table work_orders.v_attachments to regie_app;

create view work_orders.v_dependencies with (security_invoker=true) as
 SELECT organization_id,
    work_order_id,
    after_id,
    lag_minutes
   FROM work_orders.dependencies;
grant select on table work_orders.v_dependencies to regie_app;

create view work_orders.v_positions with (security_invoker=true) as
 SELECT organization_id,
    id,
    work_order_id,
    group_no,
    seat_no,
    label,
    skills,
    certification_kind_ids,
    mandatory
   FROM work_orders.positions;
grant select on table work_orders.v_positions to regie_app;

create view work_orders.v_projects with (security_invoker=true) as
 SELECT organization_id,
    id,
    code,
    name,
    kind,
    client_id,
    starts_on,
    ends_on,
    archived_at,
    budget_code
   FROM work_orders.projects;
grant select on table work_orders.v_projects to regie_app;

create view work_orders.v_series_visits with (security_invoker=true) as
 SELECT occurrence.organization_id,
    occurrence.work_order_id,
    occurrence.series_id,
    occurrence.happens_on,
    series.contract_id,
    series.preferred_technician_id
   FROM work_orders.occurrences occurrence
     JOIN work_orders.series series ON series.organization_id = occurrence.organization_id AND series.id = occurrence.series_id
  WHERE occurrence.work_order_id IS NOT NULL;
grant select on table work_orders.v_series_visits to regie_app;

create view work_orders.v_work_orders with (security_invoker=true) as
 SELECT organization_id,
    id,
    version,
    number,
    reference,
    external_id,
    site_id,
    asset_ids,
    project_id,
    template_id,
    title,
    description,
    nature,
    category,
    priority_id,
    duration_minutes,
    windows,
    earliest_at,
    due_at,
    opens_at,
    closes_at,
    skills,
    certification_kind_ids,
    required_products,
    contact,
    notes,
    status,
    created_at,
    search_text,
    equipment
   FROM work_orders.work_orders;
grant select on table work_orders.v_work_orders to regie_app;

create view workforce.v_absences with (security_invoker=true) as
 SELECT organization_id,
    id,
    technician_id,
    from_date,
    until_date,
    starts_at,
    ends_at,
    reason
   FROM workforce.absences;
grant select on table workforce.v_absences to regie_app;

create view workforce.v_certification_kinds with (security_invoker=true) as
 SELECT organization_id,
    id,
    code,
    name,
    covers_ids,
    archived_at
   FROM workforce.certification_kinds;
grant select on table workforce.v_certification_kinds to regie_app;

create view workforce.v_day_words with (security_invoker=true) as
 SELECT organization_id,
    id,
    technician_id,
    source_id,
    date,
    asked_from,
    asked_until,
    state,
    starts,
    ends,
    impossible,
    why,
    note,
    told_at,
    told_by
   FROM workforce.day_words;
grant select on table workforce.v_day_words to regie_app;

create view workforce.v_skills with (security_invoker=true) as
 SELECT organization_id,
    id,
    code,
    name,
    archived_at
   FROM workforce.skills;
grant select on table workforce.v_skills to regie_app;

create view workforce.v_technician_certifications with (security_invoker=true) as
 SELECT organization_id,
    technician_id,
    kind_id,
    valid_from,
    valid_until
   FROM workforce.technician_certifications;
grant select on table workforce.v_technician_certifications to regie_app;

create view workforce.v_technician_skills with (security_invoker=true) as
 SELECT organization_id,
    technician_id,
    skill_id,
    level
   FROM workforce.technician_skills;
grant select on table workforce.v_technician_skills to regie_app;

create view workforce.v_technicians with (security_invoker=true) as
 SELECT organization_id,
    id,
    external_id,
    name,
    kind,
    email,
    phone,
    colour,
    team,
    latitude,
    longitude,
    max_day_seconds,
    hourly_cost_cents,
    archived_at,
    sort_name,
    search_text
   FROM workforce.technicians;
grant select on table workforce.v_technicians to regie_app;

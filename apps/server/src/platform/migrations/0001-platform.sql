-- What every module stands on: tenancy, outbox, idempotency.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

do $$ begin
  if not exists (select from pg_roles where rolname = 'regie_app') then
    create role regie_app nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'regie_system') then
    create role regie_system nologin nosuperuser nobypassrls;
  end if;
end $$;

do $$ begin
  execute format('grant regie_app, regie_system to %I', current_user);
end $$;

grant usage on schema platform to regie_app, regie_system;

create function platform.current_organization() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organization_id', true), '')::uuid;

-- Lower case without accents: what search compares. Immutable because the dictionary is named.
create function platform.fold(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- Row-level security for one table of a tenant; every migration calls it for each table it makes.
create procedure platform.protect(target regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to regie_app using (organization_id = (select platform.current_organization())) with check (organization_id = (select platform.current_organization()))',
    target);
  execute format('grant select, insert, update, delete on %s to regie_app', target);
end $$;

create table platform.outbox (
  organization_id uuid not null,
  id uuid not null,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  payload jsonb not null,
  actor_id uuid,
  actor_name text not null,
  request_id text,
  at timestamptz not null,
  primary key (organization_id, id)
);
create index outbox_order on platform.outbox (xid, seq);
call platform.protect('platform.outbox');
grant select, delete on platform.outbox to regie_system;
create policy system_reads on platform.outbox for select to regie_system using (true);
create policy system_prunes on platform.outbox for delete to regie_system using (true);

-- Where each reaction stands in the outbox.
create table platform.reactions (
  name text primary key,
  xid xid8 not null,
  seq bigint not null
);
grant select, insert, update on platform.reactions to regie_system;

create table platform.idempotency_keys (
  organization_id uuid not null,
  actor_id uuid not null,
  key text not null,
  request_hash text not null,
  status int not null,
  body jsonb,
  at timestamptz not null,
  primary key (organization_id, actor_id, key)
);
create index idempotency_keys_age on platform.idempotency_keys (at);
call platform.protect('platform.idempotency_keys');
grant select, delete on platform.idempotency_keys to regie_system;
create policy system_reads on platform.idempotency_keys for select to regie_system using (true);
create policy system_prunes on platform.idempotency_keys for delete to regie_system using (true);

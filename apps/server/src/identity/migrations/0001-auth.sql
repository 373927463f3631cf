-- Sign-in stands outside tenancy: one person may belong to many organisations. better-auth keeps these tables; only
-- its own role reads them, so that no statement of a tenant ever sees a password hash or a session.
create schema auth;

do $$ begin
  if not exists (select from pg_roles where rolname = 'regie_auth') then
    create role regie_auth nologin nosuperuser nobypassrls;
  end if;
  execute format('grant regie_auth to %I', current_user);
end $$;

create table auth.users (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.sessions (
  id uuid primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references auth.users (id) on delete cascade,
  -- Where this session is at work; chosen when it begins, changed by going over to another organisation.
  organization_id uuid
);
create index sessions_by_user on auth.sessions (user_id, updated_at);

create table auth.accounts (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  unique (user_id, provider_id)
);

create table auth.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on auth.verifications (identifier);

-- Attempts to sign in, counted per account and per address of the network.
create table auth.attempts (
  subject text primary key,
  count int not null,
  since timestamptz not null
);

grant usage on schema auth to regie_auth;
grant select, insert, update, delete on all tables in schema auth to regie_auth;

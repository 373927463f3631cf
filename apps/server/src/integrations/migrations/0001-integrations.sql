create schema integrations;
grant usage on schema integrations to regie_app;

-- A file on its way in. Its content goes once it is imported, or after a week.
create table integrations.imports (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  bytes int not null,
  content bytea,
  encoding text not null,
  separator text not null,
  has_header boolean not null,
  mapping jsonb not null,
  choices jsonb not null,
  remembered boolean not null,
  state text not null check (state in ('open', 'done')),
  result jsonb,
  created_at timestamptz not null,
  created_by text not null,
  primary key (organization_id, id)
);
call platform.protect('integrations.imports');

-- The mapping used last for files with these headers.
create table integrations.mappings (
  organization_id uuid not null,
  signature text not null,
  kind text not null,
  mapping jsonb not null,
  choices jsonb not null,
  used_at timestamptz not null,
  primary key (organization_id, signature, kind)
);
call platform.protect('integrations.mappings');

-- What the address service answered for a site's address, so that none is asked twice.
create table integrations.geocodings (
  organization_id uuid not null,
  site_id uuid not null,
  address text not null,
  outcome text not null check (outcome in ('found', 'unsure', 'missing')),
  label text not null,
  score double precision not null,
  at timestamptz not null,
  primary key (organization_id, site_id)
);
call platform.protect('integrations.geocodings');

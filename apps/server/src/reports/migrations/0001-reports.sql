create schema reports;
grant usage on schema reports to regie_app;

create table reports.settings (
  organization_id uuid primary key,
  version int not null default 1,
  colour text not null,
  price_conditions_fr text not null,
  price_conditions_en text not null,
  consent_fr text not null,
  consent_en text not null,
  consent_version int not null,
  logo bytea
);
call platform.protect('reports.settings');

-- The organisation's seal. The key is encrypted with the installation's secret. An earlier one stays: what it sealed is proved by it.
create table reports.certificates (
  organization_id uuid not null,
  id uuid not null,
  certificate bytea not null,
  encrypted_key bytea not null,
  fingerprint text not null,
  is_own boolean not null,
  made_at timestamptz not null,
  primary key (organization_id, id)
);
call platform.protect('reports.certificates');

-- One row a number: 1, then its amendments. What was signed (content, signature) is never changed.
create table reports.reports (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  work_order_id uuid not null,
  number int not null check (number >= 1),
  state text not null check (state in ('draft', 'awaiting', 'sealed', 'validated', 'superseded')),
  remark text not null default '',
  amends jsonb,
  content jsonb,
  content_hash text,
  signature jsonb,
  signature_hash text,
  -- The command of the phone that signed it: the same one twice changes nothing.
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
  outcome text check (outcome in ('completed', 'to_continue', 'abandoned')),
  acceptance text check (acceptance in ('without_reserves', 'with_reserves', 'refused', 'absent')),
  flags int not null default 0,
  worked_at timestamptz,
  sealed_at timestamptz,
  validated_at timestamptz,
  mailed_at timestamptz,
  has_pdf boolean not null default false,
  created_at timestamptz not null,
  search_text text not null generated always as (platform.fold(reference || ' ' || title || ' ' || client_name || ' ' || site_name)) stored,
  primary key (organization_id, id),
  unique (organization_id, work_order_id, number),
  unique (organization_id, signed_by_command),
  unique (organization_id, token),
  check (state in ('draft', 'awaiting') or (content is not null and signature is not null and token is not null))
);
create index reports_by_time on reports.reports (organization_id, created_at desc, id desc);
create index reports_by_client on reports.reports (organization_id, client_id, created_at desc);
call platform.protect('reports.reports');

create table reports.trail (
  organization_id uuid not null,
  report_id uuid not null,
  sequence int not null,
  entry jsonb not null,
  primary key (organization_id, report_id, sequence),
  foreign key (organization_id, report_id) references reports.reports (organization_id, id)
);
call platform.protect('reports.trail');
revoke update, delete on reports.trail from regie_app;

-- What was measured at each visit, for the charts of the next.
create table reports.readings (
  organization_id uuid not null,
  report_id uuid not null,
  site_id uuid not null,
  asset_id uuid,
  form_id uuid not null,
  key text not null,
  at timestamptz not null,
  value double precision not null,
  ordinal int not null,
  primary key (organization_id, report_id, ordinal),
  foreign key (organization_id, report_id) references reports.reports (organization_id, id)
);
create index readings_by_site on reports.readings (organization_id, site_id, at);
call platform.protect('reports.readings');

-- A link for signing at a distance; only fingerprints of the link and the code are kept.
create table reports.invitations (
  organization_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  email text not null,
  name text not null,
  token_hash text not null,
  code_hash text,
  code_sent_at timestamptz,
  codes_sent int not null default 0,
  wrong_codes int not null default 0,
  expires_at timestamptz not null,
  state text not null check (state in ('open', 'used', 'withdrawn')),
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, report_id) references reports.reports (organization_id, id)
);
create index invitations_by_report on reports.invitations (organization_id, report_id);
call platform.protect('reports.invitations');

-- For billing and analytics.
create view reports.v_reports with (security_invoker = true) as
  select organization_id, id, work_order_id, number, state, reference, client_id, site_id, outcome, acceptance, worked_at,
    sealed_at, validated_at
  from reports.reports;
grant select on reports.v_reports to regie_app;

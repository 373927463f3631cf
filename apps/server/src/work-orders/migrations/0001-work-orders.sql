create schema work_orders;
grant usage on schema work_orders to regie_app;

-- Running numbers: of work orders, of projects made on one day, of missions under one code.
create table work_orders.counters (
  organization_id uuid not null,
  name text not null,
  last int not null,
  primary key (organization_id, name)
);
call platform.protect('work_orders.counters');

create table work_orders.projects (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  external_id text,
  code text not null,
  name text not null,
  kind text not null check (kind in ('tour', 'production', 'other')),
  client_id uuid,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  notes text not null,
  archived_at timestamptz,
  search_text text not null generated always as (platform.fold(code || ' ' || name || ' ' || coalesce(external_id, ''))) stored,
  primary key (organization_id, id),
  unique (organization_id, code),
  unique (organization_id, external_id)
);
call platform.protect('work_orders.projects');

-- Sites, assets, skills, certification kinds, templates and priorities are of other modules: the commands check them.
-- `opens_at` and `closes_at` are the outer bounds of the windows, or else of earliest and due; null is open.
create table work_orders.work_orders (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  number int not null,
  reference text not null,
  external_id text,
  site_id uuid not null,
  asset_ids uuid[] not null,
  project_id uuid,
  template_id uuid,
  title text not null,
  description text not null,
  nature text not null,
  category text not null check (category in ('recurrent', 'seasonal', 'urgent', 'one_off')),
  priority_id uuid,
  duration_minutes int check (duration_minutes > 0),
  windows jsonb not null,
  earliest_at timestamptz,
  due_at timestamptz,
  opens_at timestamptz,
  closes_at timestamptz,
  skills jsonb not null,
  certification_kind_ids uuid[] not null,
  asks_skill boolean not null,
  required_products jsonb not null,
  contact jsonb not null,
  notes text not null,
  status text not null check (status in ('requested', 'qualified', 'planned', 'in_progress', 'done', 'validated', 'closed', 'cancelled')),
  cancel_reason text not null default '',
  created_at timestamptz not null,
  search_text text not null generated always as (platform.fold(reference || ' ' || number || ' ' || coalesce(external_id, '') || ' ' || title || ' ' || nature)) stored,
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, reference),
  unique (organization_id, external_id),
  foreign key (organization_id, project_id) references work_orders.projects (organization_id, id)
);
create index work_orders_by_status on work_orders.work_orders (organization_id, status, number);
create index work_orders_by_site on work_orders.work_orders (organization_id, site_id);
create index work_orders_by_project on work_orders.work_orders (organization_id, project_id);
call platform.protect('work_orders.work_orders');

-- One row a seat; seats of one kind share `group_no`.
create table work_orders.positions (
  organization_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  group_no int not null,
  seat_no int not null,
  label text not null,
  skills jsonb not null,
  certification_kind_ids uuid[] not null,
  mandatory boolean not null,
  primary key (organization_id, id),
  foreign key (organization_id, work_order_id) references work_orders.work_orders (organization_id, id)
);
create index positions_by_work_order on work_orders.positions (organization_id, work_order_id, group_no, seat_no);
call platform.protect('work_orders.positions');

create table work_orders.dependencies (
  organization_id uuid not null,
  work_order_id uuid not null,
  after_id uuid not null check (after_id <> work_order_id),
  lag_minutes int not null check (lag_minutes >= 0),
  ordinal int not null,
  primary key (organization_id, work_order_id, after_id),
  foreign key (organization_id, work_order_id) references work_orders.work_orders (organization_id, id),
  foreign key (organization_id, after_id) references work_orders.work_orders (organization_id, id)
);
create index dependencies_by_after on work_orders.dependencies (organization_id, after_id);
call platform.protect('work_orders.dependencies');

-- What other modules may read.
create view work_orders.v_work_orders with (security_invoker = true) as
  select organization_id, id, version, number, reference, external_id, site_id, asset_ids, project_id, template_id, title,
    description, nature, category, priority_id, duration_minutes, windows, earliest_at, due_at, opens_at, closes_at,
    skills, certification_kind_ids, required_products, contact, notes, status, created_at, search_text
  from work_orders.work_orders;
create view work_orders.v_positions with (security_invoker = true) as
  select organization_id, id, work_order_id, group_no, seat_no, label, skills, certification_kind_ids, mandatory
  from work_orders.positions;
create view work_orders.v_dependencies with (security_invoker = true) as
  select organization_id, work_order_id, after_id, lag_minutes from work_orders.dependencies;
create view work_orders.v_projects with (security_invoker = true) as
  select organization_id, id, code, name, kind, client_id, starts_on, ends_on, archived_at from work_orders.projects;
grant select on work_orders.v_work_orders, work_orders.v_positions, work_orders.v_dependencies, work_orders.v_projects
  to regie_app;

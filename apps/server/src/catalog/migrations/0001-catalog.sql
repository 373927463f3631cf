create schema catalog;
grant usage on schema catalog to regie_app;

create table catalog.priorities (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  name text not null,
  rank int not null check (rank between 1 and 99),
  colour text not null,
  icon text not null,
  archived_at timestamptz,
  primary key (organization_id, id)
);
call platform.protect('catalog.priorities');

-- Requirements are lists of ids of workforce; the command checks that they exist.
create table catalog.templates (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  name text not null,
  nature text not null,
  category text not null check (category in ('recurrent', 'seasonal', 'urgent', 'one_off')),
  duration_minutes int not null check (duration_minutes > 0),
  priority_id uuid,
  skills jsonb not null,
  certification_kind_ids uuid[] not null,
  required_products jsonb not null,
  positions jsonb not null,
  instructions text not null,
  archived_at timestamptz,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(name || ' ' || nature)) stored,
  primary key (organization_id, id),
  foreign key (organization_id, priority_id) references catalog.priorities (organization_id, id)
);
create index templates_by_name on catalog.templates (organization_id, sort_name, id);
call platform.protect('catalog.templates');

-- What other modules may read.
create view catalog.v_priorities with (security_invoker = true) as
  select organization_id, id, name, rank, colour, icon, archived_at from catalog.priorities;
create view catalog.v_templates with (security_invoker = true) as
  select organization_id, id, name, nature, category, duration_minutes, priority_id, instructions, archived_at
  from catalog.templates;
grant select on catalog.v_priorities, catalog.v_templates to regie_app;

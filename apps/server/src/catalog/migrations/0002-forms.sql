-- Checklists and forms. A version is never changed: whoever started with it ends with it.
create table catalog.forms (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title jsonb not null,
  trade text not null check (trade in ('pool', 'hvac', 'lifting', 'generic')),
  archived_at timestamptz,
  sort_name text not null generated always as (platform.fold(coalesce(nullif(title ->> 'fr', ''), title ->> 'en'))) stored,
  search_text text not null generated always as (platform.fold((title ->> 'fr') || ' ' || (title ->> 'en'))) stored,
  primary key (organization_id, id)
);
create index forms_by_name on catalog.forms (organization_id, sort_name, id);
call platform.protect('catalog.forms');

create table catalog.form_versions (
  organization_id uuid not null,
  form_id uuid not null,
  number int not null,
  definition jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (organization_id, form_id, number),
  foreign key (organization_id, form_id) references catalog.forms (organization_id, id)
);
call platform.protect('catalog.form_versions');
revoke update, delete on catalog.form_versions from regie_app;

-- Which forms work made from a template fills in.
alter table catalog.templates add column form_ids uuid[] not null default '{}';

create view catalog.v_forms with (security_invoker = true) as
  select organization_id, id, number, title, trade, archived_at from catalog.forms;
create view catalog.v_form_versions with (security_invoker = true) as
  select organization_id, form_id, number, definition from catalog.form_versions;
create or replace view catalog.v_templates with (security_invoker = true) as
  select organization_id, id, name, nature, category, duration_minutes, priority_id, instructions, archived_at, form_ids
  from catalog.templates;
grant select on catalog.v_forms, catalog.v_form_versions to regie_app;

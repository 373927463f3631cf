-- Which line of the accounts pays for a project; found by search like its code.
alter table work_orders.projects add column budget_code text not null default '';
alter table work_orders.projects drop column search_text;
alter table work_orders.projects add column search_text text not null
  generated always as (platform.fold(code || ' ' || name || ' ' || coalesce(external_id, '') || ' ' || budget_code)) stored;

create or replace view work_orders.v_projects with (security_invoker = true) as
  select organization_id, id, code, name, kind, client_id, starts_on, ends_on, archived_at, budget_code from work_orders.projects;

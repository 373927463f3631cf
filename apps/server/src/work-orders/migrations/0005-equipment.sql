-- What work needs of equipment and vehicles, [{equipmentId, quantity}]; the equipment is of another module.
alter table work_orders.work_orders add column equipment jsonb not null default '[]';
create index work_orders_with_equipment on work_orders.work_orders using gin (equipment jsonb_path_ops) where equipment <> '[]';

create or replace view work_orders.v_work_orders with (security_invoker = true) as
  select organization_id, id, version, number, reference, external_id, site_id, asset_ids, project_id, template_id, title,
    description, nature, category, priority_id, duration_minutes, windows, earliest_at, due_at, opens_at, closes_at,
    skills, certification_kind_ids, required_products, contact, notes, status, created_at, search_text, equipment
  from work_orders.work_orders;

-- Messages to clients are about a work order; `visit_starts_at` is the hour they tell: should the visit stand otherwise
-- before they go out, they do not.
alter table notifications.messages add column work_order_id uuid;
alter table notifications.messages add column visit_starts_at timestamptz;
alter table notifications.messages add column headers jsonb;
create index messages_of_work_order on notifications.messages (organization_id, work_order_id, created_at desc)
  where work_order_id is not null;

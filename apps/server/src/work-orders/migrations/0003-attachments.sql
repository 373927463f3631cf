-- Documents that come with a work order; the bytes lie with the files of the organisation, under the row's id.
create table work_orders.attachments (
  organization_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  name text not null,
  media_type text not null,
  bytes int not null check (bytes > 0),
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, work_order_id) references work_orders.work_orders (organization_id, id)
);
create index attachments_by_work_order on work_orders.attachments (organization_id, work_order_id, added_at)
  where removed_at is null;
call platform.protect('work_orders.attachments');

create view work_orders.v_attachments with (security_invoker = true) as
  select organization_id, id, work_order_id, name, media_type, bytes, added_at
  from work_orders.attachments where removed_at is null;
grant select on work_orders.v_attachments to regie_app;

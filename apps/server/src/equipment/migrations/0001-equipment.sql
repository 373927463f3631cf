create schema equipment;
grant usage on schema equipment to regie_app;

-- `technician_id`: whose own it is; technicians are of another module, the commands check them.
create table equipment.items (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  name text not null,
  kind text not null check (kind in ('vehicle', 'lifting', 'stage', 'tool', 'other')),
  quantity int not null check (quantity > 0),
  technician_id uuid,
  notes text not null,
  archived_at timestamptz,
  sort_name text not null generated always as (platform.fold(name)) stored,
  primary key (organization_id, id),
  check (technician_id is null or quantity = 1)
);
create unique index items_by_name on equipment.items (organization_id, sort_name) where archived_at is null;
call platform.protect('equipment.items');

-- What stands beside the plan; what planned work needs is not written here, it follows from the plan.
create table equipment.bookings (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  item_id uuid not null,
  quantity int not null check (quantity > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  technician_id uuid,
  label text not null,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, item_id) references equipment.items (organization_id, id)
);
create index bookings_by_item on equipment.bookings (organization_id, item_id, starts_at);
create index bookings_by_start on equipment.bookings (organization_id, starts_at);
call platform.protect('equipment.bookings');

-- What other modules may read.
create view equipment.v_items with (security_invoker = true) as
  select organization_id, id, name, kind, quantity, technician_id, archived_at from equipment.items;
grant select on equipment.v_items to regie_app;

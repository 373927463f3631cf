-- Hours that the client of a work order has said yes to. An assignment that stands at such an hour is confirmed, whoever
-- makes it; one that moved away is not.
create table planning.confirmations (
  organization_id uuid not null,
  work_order_id uuid not null,
  starts_at timestamptz not null,
  confirmed_at timestamptz not null,
  primary key (organization_id, work_order_id, starts_at)
);
call platform.protect('planning.confirmations');

-- A time of a technician kept for a client who is choosing, for a short while. One for each work order.
create table planning.holds (
  organization_id uuid not null,
  work_order_id uuid not null,
  position_id uuid not null,
  technician_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, work_order_id),
  check (starts_at < ends_at)
);
call platform.protect('planning.holds');

create view planning.v_confirmations with (security_invoker = true) as
  select organization_id, work_order_id, starts_at, confirmed_at from planning.confirmations;
create view planning.v_holds with (security_invoker = true) as
  select organization_id, work_order_id, starts_at, ends_at, expires_at from planning.holds;
grant select on planning.v_confirmations, planning.v_holds to regie_app;

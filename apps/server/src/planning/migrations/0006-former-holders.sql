-- Technicians from whom a published assignment was taken: what they still tell of it is kept.
create table planning.former_holders (
  organization_id uuid not null,
  assignment_id uuid not null,
  technician_id uuid not null,
  until timestamptz not null,
  primary key (organization_id, assignment_id, technician_id)
);
call platform.protect('planning.former_holders');

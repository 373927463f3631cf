-- Changes of published assignments that a technician has not seen: how they know the visit (null: not at all), and the
-- version of the assignment that changed it last. Gone as soon as they have seen it, or the plan is published again.
create table planning.unseen_changes (
  organization_id uuid not null,
  assignment_id uuid not null,
  technician_id uuid not null,
  known_starts_at timestamptz,
  known_ends_at timestamptz,
  version int not null,
  changed_at timestamptz not null,
  primary key (organization_id, assignment_id, technician_id),
  check ((known_starts_at is null) = (known_ends_at is null))
);
create index unseen_changes_by_technician on planning.unseen_changes (organization_id, technician_id);
call platform.protect('planning.unseen_changes');

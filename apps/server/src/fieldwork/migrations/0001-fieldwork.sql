create schema fieldwork;
grant usage on schema fieldwork to regie_app;

-- Every tap, for ever: nothing here is changed or deleted, a correction is another row.
create table fieldwork.progress (
  organization_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  step text not null check (step in ('en_route', 'started', 'paused', 'resumed', 'finished')),
  device_at timestamptz not null,
  server_at timestamptz not null,
  by_name text not null,
  corrects uuid,
  correction_reason text,
  primary key (organization_id, id),
  foreign key (organization_id, corrects) references fieldwork.progress (organization_id, id),
  check ((corrects is null) = (correction_reason is null))
);
create index progress_by_assignment on fieldwork.progress (organization_id, assignment_id, server_at);
call platform.protect('fieldwork.progress');
revoke update, delete on fieldwork.progress from regie_app;

create table fieldwork.notes (
  organization_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  text text not null,
  member_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (organization_id, id)
);
create index notes_by_assignment on fieldwork.notes (organization_id, assignment_id, at);
call platform.protect('fieldwork.notes');

-- When the work was really done, for reports and billing: the latest word on each step.
create view fieldwork.v_progress with (security_invoker = true) as
  select organization_id, id, assignment_id, step, device_at, server_at, by_name, corrects, correction_reason
  from fieldwork.progress;
create view fieldwork.v_notes with (security_invoker = true) as
  select organization_id, id, assignment_id, text, by_name, at from fieldwork.notes;
grant select on fieldwork.v_progress, fieldwork.v_notes to regie_app;

create schema productions;
grant usage on schema productions to regie_app;

-- Projects, sites and work orders are of other modules: the commands check them.
create table productions.stages (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  project_id uuid not null,
  site_id uuid not null,
  name text not null,
  primary key (organization_id, id),
  unique (organization_id, project_id, name)
);
call platform.protect('productions.stages');

-- What makes a work order a phase of a show.
create table productions.phases (
  organization_id uuid not null,
  work_order_id uuid not null,
  project_id uuid not null,
  stage_id uuid not null,
  kind text not null check (kind in ('loading', 'set_up', 'rigging', 'focus', 'sound_check', 'rehearsal', 'show', 'changeover', 'strike', 'return')),
  name text not null,
  department text check (department in ('sound', 'light', 'video', 'rigging', 'power', 'set', 'stage', 'backline', 'logistics')),
  primary key (organization_id, work_order_id),
  foreign key (organization_id, stage_id) references productions.stages (organization_id, id)
);
create index phases_by_project on productions.phases (organization_id, project_id);
create index phases_by_stage on productions.phases (organization_id, stage_id);
call platform.protect('productions.phases');

create table productions.crew_templates (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  name text not null,
  lines jsonb not null,
  archived_at timestamptz,
  primary key (organization_id, id)
);
call platform.protect('productions.crew_templates');

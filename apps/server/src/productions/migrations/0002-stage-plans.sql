-- The plan of a stage; the picture lies with the files of the organisation, under file_id.
create table productions.stage_plans (
  organization_id uuid not null,
  stage_id uuid not null,
  version int not null default 1,
  file_id uuid not null,
  name text not null,
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp', 'image/svg+xml')),
  bytes int not null check (bytes > 0),
  width int not null check (width > 0),
  height int not null check (height > 0),
  added_at timestamptz not null,
  primary key (organization_id, stage_id),
  foreign key (organization_id, stage_id) references productions.stages (organization_id, id)
);
call platform.protect('productions.stage_plans');

-- Where on it the number-th seat called label works, as parts of its width and height: a newer picture keeps them.
create table productions.plan_spots (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  stage_id uuid not null,
  label text not null,
  number int not null check (number > 0),
  x double precision not null check (x between 0 and 1),
  y double precision not null check (y between 0 and 1),
  primary key (organization_id, id),
  foreign key (organization_id, stage_id) references productions.stages (organization_id, id)
);
create unique index plan_spots_by_role on productions.plan_spots (organization_id, stage_id, lower(label), number);
call platform.protect('productions.plan_spots');

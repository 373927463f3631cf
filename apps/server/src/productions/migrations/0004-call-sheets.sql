-- What the planner adds to the plan for the call sheets of a production. The row is also what publishing locks.
create table productions.call_sheet_details (
  organization_id uuid not null,
  project_id uuid not null,
  version int not null default 0,
  content jsonb not null default '{}',
  primary key (organization_id, project_id)
);
call platform.protect('productions.call_sheet_details');

create table productions.call_sheet_versions (
  organization_id uuid not null,
  project_id uuid not null,
  number int not null check (number > 0),
  published_at timestamptz not null,
  published_by text not null,
  note text not null,
  primary key (organization_id, project_id, number),
  foreign key (organization_id, project_id) references productions.call_sheet_details (organization_id, project_id)
);
call platform.protect('productions.call_sheet_versions');

-- The sheet of a person, in those versions in which it changed; null content: they are no longer on the production.
create table productions.call_sheets (
  organization_id uuid not null,
  project_id uuid not null,
  technician_id uuid not null,
  number int not null,
  content jsonb,
  -- The end of their last duty: what is over is nobody's news.
  ends_at timestamptz,
  read_at timestamptz,
  acknowledged_at timestamptz,
  primary key (organization_id, project_id, technician_id, number),
  foreign key (organization_id, project_id, number)
    references productions.call_sheet_versions (organization_id, project_id, number)
);
create index call_sheets_by_technician on productions.call_sheets (organization_id, technician_id, ends_at);
call platform.protect('productions.call_sheets');

-- Documents stay as long as the production: older versions name them.
create table productions.call_sheet_documents (
  organization_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  name text not null,
  media_type text not null,
  bytes int not null check (bytes > 0),
  added_at timestamptz not null,
  primary key (organization_id, id)
);
create index call_sheet_documents_by_project on productions.call_sheet_documents (organization_id, project_id, added_at);
call platform.protect('productions.call_sheet_documents');

-- Who answers for a department of a production: a technician or somebody of the office.
create table productions.chiefs (
  organization_id uuid not null,
  project_id uuid not null,
  department text not null check (department in ('sound', 'light', 'video', 'rigging', 'power', 'set', 'stage', 'backline', 'logistics', 'general')),
  technician_id uuid,
  member_id uuid,
  primary key (organization_id, project_id, department),
  check (num_nonnulls(technician_id, member_id) = 1)
);
create index chiefs_by_technician on productions.chiefs (organization_id, technician_id) where technician_id is not null;
create index chiefs_by_member on productions.chiefs (organization_id, member_id) where member_id is not null;
call platform.protect('productions.chiefs');

-- The department of a role in phases for everybody, where its name does not say it.
create table productions.role_departments (
  organization_id uuid not null,
  project_id uuid not null,
  label text not null,
  department text not null check (department in ('sound', 'light', 'video', 'rigging', 'power', 'set', 'stage', 'backline', 'logistics', 'general')),
  primary key (organization_id, project_id, label)
);
call platform.protect('productions.role_departments');

create table productions.reviews (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  project_id uuid not null,
  round int not null,
  state text not null check (state in ('open', 'locked', 'reopened', 'withdrawn')),
  opened_at timestamptz not null,
  opened_by text not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  reason text not null,
  locked_at timestamptz,
  -- What was signed, line by line, and which assignments the lock pinned that were not pinned before.
  signed_lines jsonb,
  pinned_ids uuid[] not null default '{}',
  primary key (organization_id, id),
  unique (organization_id, project_id, round),
  check ((state in ('locked', 'reopened')) = (locked_at is not null))
);
-- One at a time.
create unique index reviews_one_live on productions.reviews (organization_id, project_id) where state in ('open', 'locked');
call platform.protect('productions.reviews');

create table productions.review_signatures (
  organization_id uuid not null,
  review_id uuid not null,
  department text not null,
  signed_at timestamptz not null,
  signed_by text not null,
  signer_id uuid not null,
  digest text not null,
  lines jsonb not null,
  primary key (organization_id, review_id, department),
  foreign key (organization_id, review_id) references productions.reviews (organization_id, id)
);
call platform.protect('productions.review_signatures');

-- The line as it was read, and by whom: it counts while the line is still that one and its chief is still that person.
create table productions.review_seen (
  organization_id uuid not null,
  project_id uuid not null,
  position_id uuid not null,
  seen_by uuid not null,
  seen_at timestamptz not null,
  line jsonb not null,
  primary key (organization_id, project_id, position_id)
);
call platform.protect('productions.review_seen');

create table productions.review_remarks (
  organization_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  position_id uuid not null,
  department text not null,
  text text not null,
  written_by text not null,
  writer_id uuid not null,
  written_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, review_id) references productions.reviews (organization_id, id)
);
create index review_remarks_by_review on productions.review_remarks (organization_id, review_id);
call platform.protect('productions.review_remarks');

-- Who made a line of a locked plan another one, and when. `fingerprint`: of the line since; null: it is gone.
create table productions.review_changes (
  organization_id uuid not null,
  review_id uuid not null,
  position_id uuid not null,
  fingerprint text,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (organization_id, review_id, position_id),
  foreign key (organization_id, review_id) references productions.reviews (organization_id, id)
);
call platform.protect('productions.review_changes');

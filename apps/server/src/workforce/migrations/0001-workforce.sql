create schema workforce;
grant usage on schema workforce to regie_app;

create table workforce.skills (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  code text not null,
  name text not null,
  archived_at timestamptz,
  folded_code text not null generated always as (platform.fold(code)) stored,
  primary key (organization_id, id),
  unique (organization_id, folded_code)
);
call platform.protect('workforce.skills');

create table workforce.certification_kinds (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  code text not null,
  name text not null,
  covers_ids uuid[] not null,
  archived_at timestamptz,
  folded_code text not null generated always as (platform.fold(code)) stored,
  primary key (organization_id, id),
  unique (organization_id, folded_code)
);
call platform.protect('workforce.certification_kinds');

create table workforce.technicians (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  external_id text,
  name text not null,
  kind text not null check (kind in ('employee', 'freelance', 'subcontractor')),
  email text not null,
  phone text not null,
  colour text not null,
  team text not null,
  address_line text not null,
  postcode text not null,
  city text not null,
  country text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  max_day_seconds int not null check (max_day_seconds > 0),
  hourly_cost_cents int check (hourly_cost_cents >= 0),
  notes text not null,
  archived_at timestamptz,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(name || ' ' || coalesce(external_id, '') || ' ' || email || ' ' || phone || ' ' || team || ' ' || postcode || ' ' || city)) stored,
  primary key (organization_id, id),
  unique (organization_id, external_id),
  check ((latitude is null) = (longitude is null))
);
create index technicians_by_name on workforce.technicians (organization_id, sort_name, id);
call platform.protect('workforce.technicians');

create table workforce.technician_skills (
  organization_id uuid not null,
  technician_id uuid not null,
  skill_id uuid not null,
  level int not null check (level between 1 and 5),
  ordinal int not null,
  primary key (organization_id, technician_id, skill_id),
  foreign key (organization_id, technician_id) references workforce.technicians (organization_id, id),
  foreign key (organization_id, skill_id) references workforce.skills (organization_id, id)
);
create index technician_skills_by_skill on workforce.technician_skills (organization_id, skill_id);
call platform.protect('workforce.technician_skills');

create table workforce.technician_certifications (
  organization_id uuid not null,
  technician_id uuid not null,
  ordinal int not null,
  kind_id uuid not null,
  number text not null,
  valid_from date,
  valid_until date,
  primary key (organization_id, technician_id, ordinal),
  foreign key (organization_id, technician_id) references workforce.technicians (organization_id, id),
  foreign key (organization_id, kind_id) references workforce.certification_kinds (organization_id, id),
  check (valid_from is null or valid_until is null or valid_from <= valid_until)
);
create index technician_certifications_by_kind on workforce.technician_certifications (organization_id, kind_id);
call platform.protect('workforce.technician_certifications');

-- Wall-clock times; `ends` before `starts` runs past midnight.
create table workforce.weekly_shifts (
  organization_id uuid not null,
  technician_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null check (ends <> starts),
  primary key (organization_id, technician_id, weekday, starts),
  foreign key (organization_id, technician_id) references workforce.technicians (organization_id, id)
);
call platform.protect('workforce.weekly_shifts');

-- Whole days (both included), or a stretch of time.
create table workforce.absences (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  technician_id uuid not null,
  from_date date,
  until_date date,
  starts_at timestamptz,
  ends_at timestamptz,
  reason text not null check (reason in ('leave', 'sick', 'training', 'other')),
  note text not null,
  primary key (organization_id, id),
  foreign key (organization_id, technician_id) references workforce.technicians (organization_id, id),
  check (
    (from_date is not null and until_date >= from_date and starts_at is null and ends_at is null)
    or (from_date is null and until_date is null and starts_at is not null and ends_at > starts_at)
  )
);
create index absences_by_technician on workforce.absences (organization_id, technician_id);
call platform.protect('workforce.absences');

-- What other modules may read.
create view workforce.v_technicians with (security_invoker = true) as
  select organization_id, id, external_id, name, kind, email, phone, colour, team, latitude, longitude,
    max_day_seconds, hourly_cost_cents, archived_at, sort_name, search_text
  from workforce.technicians;
create view workforce.v_technician_skills with (security_invoker = true) as
  select organization_id, technician_id, skill_id, level from workforce.technician_skills;
create view workforce.v_technician_certifications with (security_invoker = true) as
  select organization_id, technician_id, kind_id, valid_from, valid_until from workforce.technician_certifications;
create view workforce.v_skills with (security_invoker = true) as
  select organization_id, id, code, name, archived_at from workforce.skills;
create view workforce.v_certification_kinds with (security_invoker = true) as
  select organization_id, id, code, name, covers_ids, archived_at from workforce.certification_kinds;
create view workforce.v_absences with (security_invoker = true) as
  select organization_id, id, technician_id, from_date, until_date, starts_at, ends_at, reason from workforce.absences;
grant select on workforce.v_technicians, workforce.v_technician_skills, workforce.v_technician_certifications,
  workforce.v_skills, workforce.v_certification_kinds, workforce.v_absences to regie_app;

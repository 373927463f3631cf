-- The labour rules a production is worked under: an agreement that ships and the figures of the house. Work orders find
-- theirs through their project.
create table planning.labour_rules (
  organization_id uuid not null,
  project_id uuid not null,
  version int not null default 1,
  agreement text,
  rules jsonb,
  primary key (organization_id, project_id),
  check ((agreement is null) = (rules is null))
);
call platform.protect('planning.labour_rules');

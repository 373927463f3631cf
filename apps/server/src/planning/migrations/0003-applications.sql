-- What moves of a proposal changed when they were taken over: the seats concerned before and after, and the fingerprints
-- of both, so that the way back can prove itself.
create table planning.applications (
  organization_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  applied_at timestamptz not null,
  applied_by text not null,
  before jsonb not null,
  after jsonb not null,
  before_state text not null,
  after_state text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (organization_id, id)
);
create index applications_by_run on planning.applications (organization_id, run_id, id);
call platform.protect('planning.applications');

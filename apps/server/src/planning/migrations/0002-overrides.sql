-- How strict each rule is for what people do by hand.
create table planning.placement_rules (
  organization_id uuid not null,
  version int not null default 1,
  rules jsonb not null,
  overriders text not null check (overriders in ('owners', 'planners')),
  primary key (organization_id)
);
call platform.protect('planning.placement_rules');

-- `override`: who put it there although rules warned, and why. `overlap_allowed`: written upon another visit while the
-- organisation's rules let people do so; all others still keep each other out.
alter table planning.assignments
  add column override jsonb,
  add column overlap_allowed boolean not null default false;
alter table planning.assignments drop constraint assignments_one_place;
alter table planning.assignments add constraint assignments_one_place
  exclude using gist (organization_id with =, technician_id with =, during with &&)
  where (live and not overlap_allowed) deferrable initially immediate;

-- Equipment that a crew brings to phases, with the kinds of phases it is for.
alter table productions.crew_templates add column equipment jsonb not null default '[]';

-- Parts of a run that is too big for one search: each a job of its own, on whichever machine is free.
create table planning.run_parts (
  organization_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  rank int not null,
  visits int not null,
  state text not null check (state in ('queued', 'done', 'failed')),
  task jsonb not null,
  progress jsonb,
  plan jsonb,
  failure text,
  primary key (organization_id, id),
  foreign key (organization_id, run_id) references planning.runs (organization_id, id) on delete cascade
);
create index run_parts_by_run on planning.run_parts (organization_id, run_id);
call platform.protect('planning.run_parts');

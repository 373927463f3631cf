-- Planning anew for many at once: what it is about, its run, and what besides the plan has to go back when it is undone.
create table planning.campaigns (
  organization_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('handover', 'round')),
  name text not null,
  state text not null check (state in ('preview', 'applied', 'undone')),
  from_date date not null,
  until_date date not null,
  run_id uuid,
  technician_id uuid,
  preferred_to_id uuid,
  work_order_ids uuid[] not null,
  staying int not null,
  series_ids uuid[] not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (organization_id, id),
  foreign key (organization_id, run_id) references planning.runs (organization_id, id)
);
call platform.protect('planning.campaigns');

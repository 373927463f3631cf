-- Days that are emptied: the hours a run may use instead of those the work has, and what goes back when it is undone.
alter table planning.campaigns drop constraint campaigns_kind_check;
alter table planning.campaigns add constraint campaigns_kind_check check (kind in ('handover', 'round', 'clearing'));
alter table planning.campaigns add column former_days jsonb not null default '[]';
alter table planning.runs add column windows jsonb;

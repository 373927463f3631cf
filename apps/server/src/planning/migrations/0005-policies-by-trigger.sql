-- Night runs and runs for new work may follow a policy of their own; null: the organisation's.
alter table planning.settings add column nightly_policy text, add column new_work_policy text;

-- How many published visits a run may plan otherwise; null: as its policy says.
alter table planning.runs add column max_changes int;

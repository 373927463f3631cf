-- Labour rules know the average of twelve weeks and the day of night workers: productions that chose an agreement before
-- follow the figures of the law.
update planning.labour_rules
set rules = '{"averageMinutes": 2640, "nightWorker": {"nightMinutes": 180, "daysPerWeek": 2, "dayMinutes": 480}}'::jsonb || rules
where rules is not null;

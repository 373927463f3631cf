-- The nights of a show make nobody a night worker by themselves: productions under its agreements begin without that limit.
update planning.labour_rules
set rules = rules || '{"nightWorker": null}'::jsonb
where agreement <> 'labour_code';

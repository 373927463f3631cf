-- Until when whoever took a message holds it. Renewed while they live, so that what a dead process had taken and not begun
-- is free soon; what it had begun is held longer, for nobody knows whether it went out.
alter table notifications.messages add column held_until timestamptz;
update notifications.messages set held_until = claimed_at + interval '2 minutes' where claimed_at is not null;

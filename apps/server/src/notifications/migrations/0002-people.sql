-- Whoever is told has preferences: a technician by the technician's id, a member who is none by the member's.
alter table notifications.preferences rename column technician_id to person_id;
-- Of some kinds, the channels this person wants, in their order.
alter table notifications.preferences add column kinds jsonb not null default '[]';

-- What an item of the inbox is about.
alter table notifications.inbox add column target jsonb;

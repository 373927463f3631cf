-- Each event leads to one notice of a kind, also when a reaction sees it twice.
alter table portal.notices add column event_id uuid;
create index notices_of_event on portal.notices (organization_id, event_id) where event_id is not null;

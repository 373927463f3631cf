-- Links that somebody was sent before this moment are revoked.
alter table polls.people add column link_since timestamptz;
create or replace view polls.v_people with (security_invoker = true) as
  select person.organization_id, person.poll_id, person.technician_id, person.answered_at, poll.closes_at, poll.closed_at,
    person.link_since
  from polls.people as person
  join polls.polls as poll on poll.organization_id = person.organization_id and poll.id = person.poll_id;

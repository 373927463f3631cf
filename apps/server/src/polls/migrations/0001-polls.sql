create schema polls;
grant usage on schema polls to regie_app;

-- The weekly question to freelances.
create table polls.settings (
  organization_id uuid not null,
  version int not null default 1,
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (organization_id)
);
call platform.protect('polls.settings');

create table polls.polls (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  title text not null,
  message text not null,
  project_id uuid,
  -- Dates with their wall-clock hours, in the order they are asked; never changed once asked.
  options jsonb not null,
  closes_at timestamptz not null,
  remind_hours int,
  -- When the reminder of this deadline went out.
  reminded_at timestamptz,
  -- When its end was told: by the office, or by the clock after the deadline.
  closed_at timestamptz,
  -- The Monday of the week it was asked in by itself.
  week_of date,
  created_at timestamptz not null,
  created_by text not null,
  primary key (organization_id, id)
);
create unique index polls_once_a_week on polls.polls (organization_id, week_of) where week_of is not null;
create index polls_newest on polls.polls (organization_id, created_at desc, id desc);
create index polls_open on polls.polls (organization_id, closes_at) where closed_at is null;
call platform.protect('polls.polls');

-- Who is asked. What they answer is a word on a day, in workforce.
create table polls.people (
  organization_id uuid not null,
  poll_id uuid not null,
  technician_id uuid not null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  answered_at timestamptz,
  primary key (organization_id, poll_id, technician_id),
  foreign key (organization_id, poll_id) references polls.polls (organization_id, id)
);
create index people_by_technician on polls.people (organization_id, technician_id);
call platform.protect('polls.people');

-- For modules above: which messages about a poll still matter.
create view polls.v_people with (security_invoker = true) as
  select person.organization_id, person.poll_id, person.technician_id, person.answered_at, poll.closes_at, poll.closed_at
  from polls.people as person
  join polls.polls as poll on poll.organization_id = person.organization_id and poll.id = person.poll_id;
grant select on polls.v_people to regie_app;

-- Whom the clock concerns: the one question that crosses tenants.
create policy system_reads on polls.settings for select to regie_system using (true);
create policy system_reads on polls.polls for select to regie_system using (true);
create function polls.waiting_organizations()
  returns table (organization_id uuid, time_zone text, language text)
  language sql stable security definer set search_path = '' as $$
    select organization.organization_id, organization.time_zone, organization.language
    from identity.v_organizations as organization
    where exists (select from polls.polls as poll
        where poll.organization_id = organization.organization_id and poll.closed_at is null)
      or exists (select from polls.settings as settings
        where settings.organization_id = organization.organization_id and (settings.body ->> 'enabled')::boolean)
  $$;
revoke execute on all functions in schema polls from public;
grant execute on all functions in schema polls to regie_app, regie_system;

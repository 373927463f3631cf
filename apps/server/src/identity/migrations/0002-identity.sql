create schema identity;
grant usage on schema identity to regie_app, regie_auth;

create table identity.organizations (
  organization_id uuid primary key,
  version int not null default 1,
  name text not null,
  time_zone text not null,
  language text not null,
  day_starts_at time not null,
  day_ends_at time not null,
  buffer_minutes int not null check (buffer_minutes between 0 and 60),
  break_minutes int not null check (break_minutes between 0 and 120),
  break_after_minutes int not null check (break_after_minutes between 60 and 720),
  created_at timestamptz not null,
  check (day_starts_at < day_ends_at)
);
call platform.protect('identity.organizations');

create table identity.members (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  user_id uuid not null,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'planner', 'manager', 'accountant', 'technician')),
  language text,
  -- Set by workforce, which stands above: which technician this member is.
  technician_id uuid,
  disabled_at timestamptz,
  joined_at timestamptz not null,
  sort_name text not null generated always as (platform.fold(name)) stored,
  search_text text not null generated always as (platform.fold(name || ' ' || email)) stored,
  primary key (organization_id, id),
  unique (organization_id, user_id),
  unique (organization_id, email),
  unique (organization_id, technician_id),
  foreign key (organization_id) references identity.organizations (organization_id)
);
create index members_by_name on identity.members (organization_id, sort_name, id);
create index members_by_user on identity.members (user_id);
call platform.protect('identity.members');

create table identity.invitations (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  email text not null,
  name text not null,
  role text not null check (role in ('owner', 'planner', 'manager', 'accountant', 'technician')),
  technician_id uuid,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'revoked')),
  invited_by text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id) references identity.organizations (organization_id)
);
create unique index invitations_pending on identity.invitations (organization_id, email) where state = 'pending';
call platform.protect('identity.invitations');

-- The audit trail: a copy of every event, kept when the outbox is pruned.
create table identity.audit_entries (
  organization_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  name text not null,
  actor_id uuid,
  actor_name text not null,
  payload jsonb not null,
  primary key (organization_id, id)
);
create index audit_entries_by_time on identity.audit_entries (organization_id, at desc, id desc);
call platform.protect('identity.audit_entries');

-- Which things an entry speaks of: a plain index answers, where one inside the payload could not under row-level security.
create table identity.audit_subjects (
  organization_id uuid not null,
  subject_id uuid not null,
  entry_id uuid not null,
  primary key (organization_id, subject_id, entry_id),
  foreign key (organization_id, entry_id) references identity.audit_entries (organization_id, id) on delete cascade
);
call platform.protect('identity.audit_subjects');

create view identity.v_organizations with (security_invoker = true) as
  select organization_id, name, time_zone, language, day_starts_at, day_ends_at, buffer_minutes, break_minutes, break_after_minutes
  from identity.organizations;
create view identity.v_members with (security_invoker = true) as
  select organization_id, id, name, email, role, language, technician_id, disabled_at
  from identity.members;
grant select on identity.v_organizations, identity.v_members to regie_app;

-- The few questions that cross tenants are functions that answer them and nothing else. Their owner reads past
-- row-level security through the system role's policies, also where it is no superuser.
create policy system_reads on identity.members for select to regie_system using (true);
create policy system_reads on identity.organizations for select to regie_system using (true);

-- Who asks: one statement from the session's token to the member, so that what was ended or disabled is noticed at once.
create function identity.find_actor(session_token text)
  returns table (
    session_id uuid, user_id uuid, organization_id uuid, organization_name text, time_zone text,
    organization_language text, member_id uuid, member_version int, member_name text, member_email text, role text,
    member_language text, technician_id uuid)
  language sql stable security definer set search_path = '' as $$
    select s.id, s.user_id, o.organization_id, o.name, o.time_zone, o.language, m.id, m.version, m.name, m.email,
      m.role, m.language, m.technician_id
    from auth.sessions s
    join identity.members m on m.organization_id = s.organization_id and m.user_id = s.user_id
    join identity.organizations o on o.organization_id = m.organization_id
    where s.token = session_token and s.expires_at > now() and m.disabled_at is null
  $$;

-- Where a user may work, the place of the latest session first.
create function identity.places_of(asked_user_id uuid)
  returns table (organization_id uuid, name text, role text)
  language sql stable security definer set search_path = '' as $$
    select o.organization_id, o.name, m.role
    from identity.members m
    join identity.organizations o on o.organization_id = m.organization_id
    where m.user_id = asked_user_id and m.disabled_at is null
    order by (select max(s.updated_at) from auth.sessions s where s.user_id = m.user_id and s.organization_id = m.organization_id) desc nulls last,
      m.joined_at, o.organization_id
  $$;

create function identity.any_organization() returns boolean
  language sql stable security definer set search_path = '' as $$
    select exists (select from identity.organizations)
  $$;

-- Ends a user's sessions in the tenant at hand, in the transaction that disables the member.
create function identity.end_sessions(ended_user_id uuid) returns void
  language sql security definer set search_path = '' as $$
    delete from auth.sessions
    where user_id = ended_user_id and organization_id = (select platform.current_organization())
  $$;

-- Moves a session to another organisation; false when the user is no member there.
create function identity.move_session(session_token text, wanted_organization_id uuid) returns boolean
  language sql security definer set search_path = '' as $$
    update auth.sessions s set organization_id = wanted_organization_id, updated_at = now()
    from identity.members m
    where s.token = session_token and m.user_id = s.user_id and m.organization_id = wanted_organization_id
      and m.disabled_at is null
    returning true
  $$;

revoke execute on all functions in schema identity from public;
grant execute on function identity.find_actor, identity.places_of, identity.any_organization, identity.end_sessions, identity.move_session
  to regie_app;
grant execute on function identity.places_of to regie_auth;

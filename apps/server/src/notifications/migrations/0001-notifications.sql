create schema notifications;
grant usage on schema notifications to regie_app;

create table notifications.settings (
  organization_id uuid not null,
  version int not null default 1,
  digest_minutes int not null,
  urgent_hours int not null,
  quiet_from text not null,
  quiet_until text not null,
  slack_url text not null,
  rules jsonb not null,
  primary key (organization_id)
);
call platform.protect('notifications.settings');

-- Texts that differ from the shipped ones.
create table notifications.templates (
  organization_id uuid not null,
  kind text not null,
  language text not null,
  version int not null default 1,
  subject text not null,
  body text not null,
  short text not null,
  primary key (organization_id, kind, language)
);
call platform.protect('notifications.templates');

create table notifications.preferences (
  organization_id uuid not null,
  technician_id uuid not null,
  version int not null default 1,
  language text,
  channels_off jsonb not null,
  quiet_from text,
  quiet_until text,
  primary key (organization_id, technician_id)
);
call platform.protect('notifications.preferences');

-- Browsers that asked to be told.
create table notifications.subscriptions (
  organization_id uuid not null,
  endpoint text not null,
  member_id uuid not null,
  p256dh text not null,
  auth text not null,
  created_at timestamptz not null,
  primary key (organization_id, endpoint)
);
create index subscriptions_by_member on notifications.subscriptions (organization_id, member_id);
call platform.protect('notifications.subscriptions');

-- That something is to be told to somebody: what, is read from the plan when it is told. `key` makes it once.
create table notifications.notices (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  technician_id uuid not null,
  subject_id uuid,
  key text not null,
  -- The order in which they happened, also within one millisecond.
  seq bigint not null generated always as identity,
  facts jsonb not null,
  tell_at timestamptz not null,
  settled_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, key)
);
create index notices_waiting on notifications.notices (organization_id, tell_at) where settled_at is null;
create index notices_of_person on notifications.notices (organization_id, technician_id) where settled_at is null;
call platform.protect('notifications.notices');

-- A message on one channel, and the queue it waits in. `about`: the visits as they stood when it was written; it is
-- dropped when one of them stands otherwise before it goes out.
create table notifications.messages (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  channel text not null,
  technician_id uuid,
  recipient_name text not null,
  address text not null,
  subject text not null,
  body text not null,
  about jsonb not null,
  asks boolean not null,
  fallback jsonb not null,
  state text not null check (state in ('queued', 'sending', 'handed_over', 'delivered', 'failed', 'overtaken', 'kept')),
  attempts int not null default 0,
  not_before timestamptz not null,
  claimed_at timestamptz,
  provider_id text,
  error text,
  created_at timestamptz not null,
  settled_at timestamptz,
  reply text,
  replied_at timestamptz,
  primary key (organization_id, id)
);
create index messages_waiting on notifications.messages (organization_id, not_before) where state in ('queued', 'sending');
create index messages_newest on notifications.messages (organization_id, created_at desc, id desc);
create index messages_by_address on notifications.messages (address, created_at desc) where asks and channel = 'sms';
create index messages_by_provider on notifications.messages (provider_id) where provider_id is not null;
call platform.protect('notifications.messages');

create table notifications.inbox (
  organization_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  subject text not null,
  body text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (organization_id, id)
);
create index inbox_of_member on notifications.inbox (organization_id, member_id, at desc, id desc);
call platform.protect('notifications.inbox');

-- A link without an account: one person, a few visits, for a while. Only the token's hash is kept.
create table notifications.links (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  token_hash bytea not null,
  assignment_ids uuid[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, token_hash)
);
create index links_by_token on notifications.links (token_hash);
call platform.protect('notifications.links');

create table notifications.shift_answers (
  organization_id uuid not null,
  technician_id uuid not null,
  local_date date not null,
  went_well boolean not null,
  comment text not null,
  answered_at timestamptz not null,
  primary key (organization_id, technician_id, local_date)
);
call platform.protect('notifications.shift_answers');

-- The questions that cross tenants: whom the clock concerns, whose link or number this is.
create policy system_reads on notifications.links for select to regie_system using (true);
create policy system_reads on notifications.messages for select to regie_system using (true);

create function notifications.organizations()
  returns table (organization_id uuid, time_zone text, language text)
  language sql stable security definer set search_path = '' as $$
    select organization.organization_id, organization.time_zone, organization.language
    from identity.v_organizations as organization
  $$;

create function notifications.find_link(wanted_hash bytea)
  returns table (organization_id uuid, link_id uuid, technician_id uuid, assignment_ids uuid[], expires_at timestamptz, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select link.organization_id, link.id, link.technician_id, link.assignment_ids, link.expires_at, organization.time_zone
    from notifications.links as link
    join identity.v_organizations as organization on organization.organization_id = link.organization_id
    where link.token_hash = wanted_hash
  $$;

-- The last question that was sent to this number and may still be answered.
create function notifications.find_question(wanted_address text, since timestamptz)
  returns table (organization_id uuid, message_id uuid, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select message.organization_id, message.id, organization.time_zone
    from notifications.messages as message
    join identity.v_organizations as organization on organization.organization_id = message.organization_id
    where message.address = wanted_address and message.channel = 'sms' and message.asks and message.created_at > since
    order by message.created_at desc, message.id desc
    limit 1
  $$;

create function notifications.find_by_provider(wanted_provider_id text)
  returns table (organization_id uuid, message_id uuid)
  language sql stable security definer set search_path = '' as $$
    select message.organization_id, message.id
    from notifications.messages as message
    where message.provider_id = wanted_provider_id
  $$;

revoke execute on all functions in schema notifications from public;
grant execute on all functions in schema notifications to regie_app, regie_system;

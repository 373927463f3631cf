-- One log for everything told of an assignment: nothing here is changed or deleted. Its id is that of the phone's
-- command, so that a delivery repeated days later is known. `at` is the moment by the server's clock.
create table fieldwork.entries (
  organization_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  technician_id uuid,
  member_id uuid,
  by_name text not null,
  kind text not null,
  body jsonb not null,
  at timestamptz not null,
  device_at timestamptz not null,
  server_at timestamptz not null,
  base_version int,
  -- Why it does not count by itself: the office decides.
  aside text check (aside in ('reassigned', 'withdrawn', 'declined', 'cancelled', 'sealed')),
  primary key (organization_id, id)
);
create index entries_by_assignment on fieldwork.entries (organization_id, assignment_id);
create index entries_by_photo on fieldwork.entries (organization_id, (body ->> 'photoId')) where kind = 'photo';
create index entries_aside on fieldwork.entries (organization_id, server_at) where aside is not null;

-- Owners who are no superusers are held to the policies of their own tables, too.
alter table fieldwork.progress no force row level security;
alter table fieldwork.notes no force row level security;
insert into fieldwork.entries (organization_id, id, assignment_id, by_name, kind, body, at, device_at, server_at)
  select organization_id, id, assignment_id, by_name, case when corrects is null then 'step' else 'correction' end,
    case when corrects is null then jsonb_build_object('kind', 'step', 'step', step)
      else jsonb_build_object('kind', 'correction', 'entryId', corrects, 'reason', correction_reason,
        'at', to_char(device_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end,
    case when corrects is null then device_at else server_at end, device_at, server_at
  from fieldwork.progress;
insert into fieldwork.entries (organization_id, id, assignment_id, member_id, by_name, kind, body, at, device_at, server_at)
  select organization_id, id, assignment_id, member_id, by_name, 'note',
    jsonb_build_object('kind', 'note', 'noteId', id, 'text', text), at, at, at
  from fieldwork.notes;
drop view fieldwork.v_progress, fieldwork.v_notes;
drop table fieldwork.progress, fieldwork.notes;
call platform.protect('fieldwork.entries');
revoke update, delete on fieldwork.entries from regie_app;

-- What the office decided about entries that came too late.
create table fieldwork.decisions (
  organization_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  counts boolean not null,
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, entry_id) references fieldwork.entries (organization_id, id)
);
create index decisions_by_entry on fieldwork.decisions (organization_id, entry_id, id);
call platform.protect('fieldwork.decisions');
revoke update, delete on fieldwork.decisions from regie_app;

-- Commands of phones that leave no entry (answers, requests, follow-ups): known again when they are repeated.
create table fieldwork.receipts (
  organization_id uuid not null,
  id uuid not null,
  member_id uuid,
  kind text not null,
  device_at timestamptz not null,
  server_at timestamptz not null,
  made_id uuid,
  primary key (organization_id, id)
);
call platform.protect('fieldwork.receipts');
revoke update, delete on fieldwork.receipts from regie_app;

-- Pictures that have arrived whole.
create table fieldwork.photos (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  type text not null,
  size int not null check (size > 0),
  sha256 text not null,
  received_at timestamptz not null,
  primary key (organization_id, id)
);
call platform.protect('fieldwork.photos');
revoke update, delete on fieldwork.photos from regie_app;

-- Work that was signed or sealed: what comes later waits for a person.
create table fieldwork.seals (
  organization_id uuid not null,
  assignment_id uuid not null,
  sealed_at timestamptz not null,
  primary key (organization_id, assignment_id)
);
call platform.protect('fieldwork.seals');

create table fieldwork.absence_requests (
  organization_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  draft jsonb not null,
  asked_at timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'granted', 'refused')),
  decided_by text,
  decided_at timestamptz,
  reason text not null default '',
  absence_id uuid,
  primary key (organization_id, id)
);
create index absence_requests_by_technician on fieldwork.absence_requests (organization_id, technician_id, asked_at);
call platform.protect('fieldwork.absence_requests');

-- For reports and billing: every entry with its last decision, and the pictures that are there.
create view fieldwork.v_entries with (security_invoker = true) as
  select entry.organization_id, entry.id, entry.assignment_id, entry.technician_id, entry.by_name, entry.kind,
    entry.body, entry.at, entry.device_at, entry.server_at, entry.aside,
    coalesce((
      select case when decision.counts then 'counted' else 'dismissed' end from fieldwork.decisions as decision
      where decision.organization_id = entry.organization_id and decision.entry_id = entry.id
      order by decision.id desc limit 1
    ), case when entry.aside is null then 'counted' when entry.aside = 'sealed' then 'to_decide' else 'aside' end) as standing
  from fieldwork.entries as entry;
create view fieldwork.v_photos with (security_invoker = true) as
  select organization_id, id, technician_id, type, size, sha256, received_at from fieldwork.photos;
grant select on fieldwork.v_entries, fieldwork.v_photos to regie_app;

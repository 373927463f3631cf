alter table reports.settings
  add column retention_years int not null default 10 check (retention_years between 2 and 50);

-- A link goes by e-mail or by SMS, and holds the consent text as it stood when the document was frozen.
alter table reports.invitations
  add column channel text not null default 'email' check (channel in ('email', 'sms')),
  add column phone text not null default '',
  add column consent_version int,
  add column consent_text text,
  -- The command of the phone that asked for it: the same one twice sends one link.
  add column command_id uuid,
  add unique (organization_id, command_id);

-- What was kept too long is erased: its number, its fingerprints and that it was erased remain.
alter table reports.reports
  add column pdf_hash text,
  add column erase_on date,
  add column held_for text not null default '',
  add column erased_at timestamptz,
  drop constraint reports_state_check,
  drop constraint reports_check,
  add constraint reports_state_check check (state in ('draft', 'awaiting', 'sealed', 'validated', 'superseded', 'erased')),
  add constraint reports_check check (
    case when state in ('sealed', 'validated', 'superseded') then content is not null and signature is not null and token is not null
      else true end),
  add constraint reports_erased_check check ((state = 'erased') = (erased_at is not null) and (state <> 'erased' or (content is null and signature is null)));
create index reports_by_age on reports.reports (organization_id, sealed_at) where erased_at is null;

-- The one way a trail ends: with its report, once that is marked as erased. Nothing else may touch a line of it.
create function reports.forget_trail(erased_id uuid) returns void
  language sql security definer set search_path = '' as $$
    delete from reports.trail as entry
    using reports.reports as report
    where report.organization_id = (select platform.current_organization()) and report.id = erased_id and report.state = 'erased'
      and entry.organization_id = report.organization_id and entry.report_id = report.id
  $$;
revoke execute on function reports.forget_trail from public;
grant execute on function reports.forget_trail to regie_app;

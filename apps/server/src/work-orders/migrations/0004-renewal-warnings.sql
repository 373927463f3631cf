-- The renewal date that the office was warned of: each date once.
alter table work_orders.contracts add column warned_for date;
create index contracts_to_warn on work_orders.contracts (organization_id, renews_on) where renews_on is not null;

-- The night also looks at contracts, with or without series.
create or replace function work_orders.organizations_with_series()
  returns table (organization_id uuid, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select organization.organization_id, organization.time_zone
    from identity.v_organizations as organization
    where exists (select from work_orders.series as series where series.organization_id = organization.organization_id)
      or exists (select from work_orders.contracts as contract
        where contract.organization_id = organization.organization_id and contract.renews_on is not null)
  $$;
create policy system_reads on work_orders.contracts for select to regie_system using (true);

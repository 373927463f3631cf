-- The command line names an organisation by its name or id; '' asks for all.
create function identity.organizations_named(wanted text)
  returns table (organization_id uuid, name text)
  language sql stable security definer set search_path = '' as $$
    select o.organization_id, o.name
    from identity.organizations o
    where o.organization_id::text = wanted
      or position(platform.fold(wanted) in platform.fold(o.name)) > 0
    order by o.name, o.organization_id
  $$;

revoke execute on function identity.organizations_named from public;
grant execute on function identity.organizations_named to regie_app;

-- Links may show the grid of a review to a chief of department, who signs it there.
alter table notifications.links add column review_ids uuid[] not null default '{}';
drop function notifications.find_link(bytea);
create function notifications.find_link(wanted_hash bytea)
  returns table (organization_id uuid, link_id uuid, technician_id uuid, assignment_ids uuid[], ask_ids uuid[], poll_ids uuid[],
    project_ids uuid[], review_ids uuid[], created_at timestamptz, expires_at timestamptz, time_zone text)
  language sql stable security definer set search_path = '' as $$
    select link.organization_id, link.id, link.technician_id, link.assignment_ids, link.ask_ids, link.poll_ids, link.project_ids,
      link.review_ids, link.created_at, link.expires_at, organization.time_zone
    from notifications.links as link
    join identity.v_organizations as organization on organization.organization_id = link.organization_id
    where link.token_hash = wanted_hash
  $$;
revoke execute on function notifications.find_link(bytea) from public;
grant execute on function notifications.find_link(bytea) to regie_app, regie_system;

-- What stands at a site, for whoever maintains it.
create view clients.v_assets with (security_invoker = true) as
  select organization_id, id, site_id, external_id, name, kind, attributes, notes, archived_at
  from clients.assets;
grant select on clients.v_assets to regie_app;

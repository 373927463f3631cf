-- Whom to call at a site: the site's own contacts and those of the client as a whole.
create view clients.v_contacts with (security_invoker = true) as
  select organization_id, id, client_id, site_id, name, duty, phone, email
  from clients.contacts;
grant select on clients.v_contacts to regie_app;

-- The language in which a client is written to; null: that of the organisation.
alter table clients.clients add column language text check (language in ('fr', 'en'));

create or replace view clients.v_clients with (security_invoker = true) as
  select organization_id, id, external_id, name, phone, email, archived_at, search_text, siret, language
  from clients.clients;

-- Legal form, address, SIRET: printed under the organisation's name.
alter table reports.settings
  add column company_details text not null default '';

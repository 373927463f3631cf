-- Parts and products, with what they cost the client before tax.
create table catalog.parts (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  name text not null,
  reference text not null,
  unit text not null,
  price_cents bigint check (price_cents >= 0),
  archived_at timestamptz,
  primary key (organization_id, id)
);
call platform.protect('catalog.parts');

-- What work made from a template needs of equipment and vehicles: [{equipmentId, quantity}].
alter table catalog.templates add column equipment jsonb not null default '[]';

-- A technician's own signature is given once and put on later papers with one tap: the last one is looked for.
create index entries_with_signature on fieldwork.entries (organization_id, technician_id, at)
  where kind = 'paper' and body ? 'signature';

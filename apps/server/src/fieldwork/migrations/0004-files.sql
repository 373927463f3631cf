-- Documents and films beside pictures: entries of a kind of their own, their bytes in fieldwork.photos too.
create index entries_by_file on fieldwork.entries (organization_id, (body ->> 'fileId')) where kind = 'file';
-- Whose steps were told where, for hours.
create index entries_by_technician on fieldwork.entries (organization_id, technician_id, assignment_id) where kind = 'step';

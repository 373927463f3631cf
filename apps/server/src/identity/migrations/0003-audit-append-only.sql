-- The trail is written, never rewritten: not even a fault in the program can touch what it says.
revoke update, delete on identity.audit_entries, identity.audit_subjects from regie_app;

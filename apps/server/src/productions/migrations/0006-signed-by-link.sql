-- A chief without an account signs by the link of a message: that is told beside the signature.
alter table productions.review_signatures add column by_link boolean not null default false;

-- What a plan was saved from, as a hash: whoever saves the very same again, not knowing whether it had gone through, gets
-- the plan that is there. Null where nobody sent it: copies, next years, plans of addressed measures.
alter table plan add column sent_hash text check (sent_hash ~ '^[0-9a-f]{64}$');
create index plan_sent on plan (sent_hash) where sent_hash is not null;

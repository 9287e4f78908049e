-- Files that people attach. The content lies in the file store under its hash; here is what it is called, whose it is
-- and what it belongs to. A file is never rewritten: another content is another row.
create table stored_file (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  -- Told from the content, never believed from the sender.
  media_type text not null,
  -- As the sender called it, cleaned for display. Never a path.
  name text not null check (name <> ''),
  created_by text not null default app.account(),
  created_at timestamptz not null default now(),
  -- The record it belongs to, and the right («access») one needs to read it there. Until then a draft of its sender.
  subject text,
  subject_id text,
  read_access text,
  removed_at timestamptz,
  removed_by text,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check ((subject is null) = (subject_id is null) and (subject is null) = (read_access is null)),
  check ((removed_at is null) = (removed_by is null))
);
create trigger fill_path before insert or update of unit_id on stored_file
  for each row execute function app.fill_path();
create index stored_file_hash on stored_file (hash);
create index stored_file_path on stored_file (unit_path);
create index stored_file_subject on stored_file (subject, subject_id) where removed_at is null;
create index stored_file_draft on stored_file (created_by) where subject is null and removed_at is null;

alter table stored_file enable row level security;
create policy own_and_below on stored_file
  using (app.in_scope(unit_path) and (subject is not null or created_by = app.account()))
  with check (app.in_scope(unit_path) and (subject is not null or created_by = app.account()));
grant select, insert, update on stored_file to objektiv_app;
create trigger write_audit after insert or update or delete on stored_file
  for each row execute function app.write_audit();

-- A portrait that was sent stays what it was: with it stands what of it goes on after its run is frozen.

-- The tree as it stood when portraits of a run were sent: which school belonged where, and what municipalities were called.
-- Kept once for all that were sent under it.
create table portrait_tree (
  id integer generated always as identity primary key,
  -- The region of the run.
  unit_id integer not null,
  unit_path text collate "C" not null,
  run_id integer not null references screening_run (id),
  -- What treeOfRun said: the same tree is not kept twice.
  hash text not null,
  -- FrozenTree of features/portraits/frozen-tree.ts.
  body jsonb not null,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (run_id, hash)
);
create index portrait_tree_path on portrait_tree (unit_path);
create trigger fill_path before insert or update of unit_id on portrait_tree
  for each row execute function app.fill_path();
alter table portrait_tree enable row level security;
-- It names every school of the region: whoever stands below reads a portrait, never the tree.
create policy analysts on portrait_tree
  using (app.in_scope(unit_path) and app.role() = 'analyst')
  with check (app.in_scope(unit_path) and app.role() = 'analyst');
grant select, insert on portrait_tree to objektiv_app;

-- Null in portraits that were sent before this was kept: they are read as of today, and say so.
alter table portrait add column tree_id integer references portrait_tree (id);
-- Standing of features/portraits/standing.ts: replies, the federal list and measures of its schools.
alter table portrait add column stood jsonb;
alter table portrait add constraint portrait_frozen check ((tree_id is null) = (stood is null));

drop trigger write_audit on portrait;
create trigger write_audit after insert or update or delete on portrait
  for each row execute function app.write_audit('tree_id', 'stood');

-- The federal list of schools with signs of non-objectivity: imported as a fact of others, kept apart from what is
-- computed here.
create table federal_list (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'checked' check (state in ('checked', 'accepted', 'rejected', 'undone')),
  -- The year that its sender said it is of; null where only the rows say it.
  year integer check (year between 1990 and 2100),
  -- Rows as read, with what is wrong with them; entries are made of them at the moment of acceptance.
  rows jsonb not null,
  problems jsonb not null default '[]',
  sent_by text not null default app.account(),
  sent_at timestamptz not null default now(),
  decided_at timestamptz,
  undone_at timestamptz,
  reason text,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create trigger fill_path before insert or update of unit_id on federal_list
  for each row execute function app.fill_path();

create table federal_list_entry (
  id integer generated always as identity primary key,
  list_id integer not null references federal_list (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  year integer not null,
  login text not null,
  -- '4 РУ', '4 МА', '5 РУ', '5 МА'.
  markers text[] not null,
  active boolean not null default true,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index federal_list_entry_school on federal_list_entry (unit_id, year) where active;
create index federal_list_entry_path on federal_list_entry (unit_path, year);
create trigger fill_path before insert or update of unit_id on federal_list_entry
  for each row execute function app.fill_path();

-- The years of which a list is accepted. Apart from the list itself because everybody below the region may know them: a
-- school that is on no list must still be told which lists there are.
create table federal_list_year (
  id integer generated always as identity primary key,
  list_id integer not null references federal_list (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  year integer not null,
  active boolean not null default true,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
-- One list a year, whoever accepts it and however close together.
create unique index federal_list_year_once on federal_list_year (unit_id, year) where active;
create trigger fill_path before insert or update of unit_id on federal_list_year
  for each row execute function app.fill_path();

alter table federal_list enable row level security;
create policy own_and_below on federal_list using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
alter table federal_list_entry enable row level security;
create policy own_and_below on federal_list_entry
  using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
alter table federal_list_year enable row level security;
create policy own_and_below on federal_list_year
  using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
create policy way_up on federal_list_year for select using (starts_with((select app.scope()), unit_path));
grant select, insert, update on federal_list, federal_list_entry, federal_list_year to objektiv_app;
create trigger write_audit after insert or update or delete on federal_list
  for each row execute function app.write_audit('rows', 'problems');
create trigger write_audit after insert or update or delete on federal_list_entry
  for each row execute function app.write_audit();

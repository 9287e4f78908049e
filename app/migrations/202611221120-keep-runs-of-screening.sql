-- A screening that was run: frozen with its methods, settings and a hash of its data. Everything below it is written once,
-- in one transaction, and never changed: there is no right to.
create table screening_run (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  campaign_id integer references campaign (id),
  title text not null check (title <> ''),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- ScreeningSettings of features/screening.
  settings jsonb not null,
  -- RunRecord: method, version, parameters, data hash.
  record jsonb,
  data_hash text,
  -- How many sets, works, schools, marked, flagged; expected false alarms; notes of the run. As the page's head says it.
  summary jsonb,
  problems jsonb not null default '[]',
  job_id integer,
  created_by text not null default app.account(),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  -- Until it is published, only the region's analysts see it and its signals.
  published_at timestamptz,
  published_by text,
  -- Set when a batch that went in was undone afterwards: the numbers stay, and the run says so.
  data_undone_at timestamptz,
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check (published_at is null or state = 'done')
);
create index screening_run_campaign on screening_run (campaign_id, id desc);
create trigger fill_path before insert or update of unit_id on screening_run
  for each row execute function app.fill_path();

-- The batches that went in.
create table run_batch (
  run_id integer not null references screening_run (id),
  batch_id integer not null references import_batch (id),
  primary key (run_id, batch_id)
);
create index run_batch_batch on run_batch (batch_id);

-- One assessment of a run, with everything counted of it over the region (ScreenedSet).
create table run_set (
  run_id integer not null references screening_run (id),
  position integer not null,
  procedure text not null,
  paper_version text,
  year integer not null,
  grade integer not null,
  subject text not null,
  works integer not null,
  schools integer not null,
  facts jsonb not null,
  primary key (run_id, position)
);

-- One school in one set of a run: its own numbers, the markers of the 2019 method and the descriptive measures.
create table run_school_set (
  id integer generated always as identity primary key,
  run_id integer not null references screening_run (id),
  position integer not null,
  unit_id integer not null,
  unit_path text collate "C" not null,
  digits text not null,
  n integer not null,
  mean double precision,
  -- Marked by the method of 2019 in this set.
  marked boolean not null,
  -- Works per primary score.
  distribution integer[] not null,
  -- Per task {task, n, share, lower, upper, region}, and the markers (ScreenedMarker) of this school in this set.
  profile jsonb not null default '[]',
  markers jsonb not null default '[]',
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  foreign key (run_id, position) references run_set (run_id, position),
  unique (run_id, position, digits)
);
create index run_school_set_path on run_school_set (unit_path, run_id, position);
create trigger fill_path before insert or update of unit_id on run_school_set
  for each row execute function app.fill_path();

-- Every school of a run as the registry called it then, and its degree over all channels, classes and sets
-- (DetectedSchool); null where it could not be measured.
create table run_school (
  id integer generated always as identity primary key,
  run_id integer not null references screening_run (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  digits text not null,
  login text not null,
  name text,
  municipality text,
  school_kind text,
  -- Whether the registry knew it; an unknown one stands under the unit of the run.
  registered boolean not null,
  degree double precision,
  p double precision,
  fdr double precision,
  flagged boolean not null,
  -- Channels and classes: what explains the degree.
  facts jsonb not null default '{}',
  -- Municipality, then school, as lists order them; and what they are searched in.
  sort_key text collate "C" not null generated always as (
    app.sort_key(coalesce(municipality, '')) || chr(1) || app.sort_key(coalesce(name, login)) || chr(1) || digits) stored,
  search_text text not null generated always as (
    app.fold(coalesce(name, '') || ' ' || login || ' ' || coalesce(municipality, ''))) stored,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (run_id, digits)
);
create index run_school_path on run_school (unit_path, run_id);
create index run_school_flagged on run_school (run_id) where flagged;
create trigger fill_path before insert or update of unit_id on run_school
  for each row execute function app.fill_path();

-- The index of the 2019 method: region and municipalities, by year.
create table run_index (
  id integer generated always as identity primary key,
  run_id integer not null references screening_run (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  year integer not null,
  signs integer not null,
  schools integer not null,
  marked integer not null,
  value double precision,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (run_id, unit_id, year)
);
create trigger fill_path before insert or update of unit_id on run_index
  for each row execute function app.fill_path();

alter table screening_run enable row level security;
create policy own_and_below on screening_run using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
-- The region's other offices and everybody below it see what was published.
create policy published on screening_run for select
  using (published_at is not null and starts_with((select app.scope()), unit_path));
-- A draft is the analysts' own, also among those whose unit is the region.
create policy drafts on screening_run as restrictive for select
  using (published_at is not null or app.role() = 'analyst');

-- What belongs to a run is seen where the run is.
alter table run_batch enable row level security;
create policy with_run on run_batch using (run_id in (select id from screening_run))
  with check (run_id in (select id from screening_run));
alter table run_set enable row level security;
create policy with_run on run_set using (run_id in (select id from screening_run))
  with check (run_id in (select id from screening_run));
alter table run_school_set enable row level security;
create policy own_and_below on run_school_set
  using (app.in_scope(unit_path) and run_id in (select id from screening_run))
  with check (app.in_scope(unit_path) and run_id in (select id from screening_run));
alter table run_school enable row level security;
create policy own_and_below on run_school
  using (app.in_scope(unit_path) and run_id in (select id from screening_run))
  with check (app.in_scope(unit_path) and run_id in (select id from screening_run));
alter table run_index enable row level security;
create policy own_and_below on run_index
  using (app.in_scope(unit_path) and run_id in (select id from screening_run))
  with check (app.in_scope(unit_path) and run_id in (select id from screening_run));
create policy way_up on run_index for select
  using (starts_with((select app.scope()), unit_path) and run_id in (select id from screening_run));

grant select, insert, update on screening_run to objektiv_app;
grant select, insert on run_batch, run_set, run_school_set, run_school, run_index to objektiv_app;
create trigger write_audit after insert or update or delete on screening_run
  for each row execute function app.write_audit('record', 'summary', 'problems');

-- What became of every file of results: read in the background, shown with everything met in it, then accepted or not.
-- The works lie in a Parquet file of the data folder (`store_id`); this row is the truth about it: a folder that no row
-- names is an orphan and is swept.
create table import_batch (
  id integer generated always as identity primary key,
  -- To whom the file belongs: the region for what an analyst loads, the school for what a school sends.
  unit_id integer not null,
  unit_path text collate "C" not null,
  campaign_id integer references campaign (id),
  -- 'protocol': works; 'journal': marks of the journal for works that came apart from them.
  kind text not null default 'protocol' check (kind in ('protocol', 'journal')),
  file_name text not null check (file_name <> ''),
  -- Known once the file has been received whole.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint,
  -- What the sender said of a file that does not say it itself (subject, grade, year, version, school).
  assume jsonb not null default '{}',
  state text not null default 'waiting' check (state in
    ('waiting', 'reading', 'checked', 'refused', 'accepted', 'rejected', 'undone', 'duplicate', 'failed')),
  -- The batch that the same file already is.
  duplicate_of integer references import_batch (id),
  store_id text,
  -- A file of ОГЭ or ЕГЭ holds several subjects, each a batch of its own: which of how many this one is, from 0. How many
  -- is known once the file has been read.
  part integer not null default 0 check (part >= 0),
  parts integer,
  job_id integer,
  -- BatchManifest of features/results: layout, assessment, tasks, counts, kinds of dirt with how often.
  manifest jsonb,
  procedure text,
  paper_version text,
  year integer,
  grade integer,
  subject text,
  works integer,
  schools integer,
  -- Cells and rows with something to say, and problems that keep the file out.
  remarks integer,
  -- Problems ({code, params, place}) that refused the file; warnings that did not.
  problems jsonb not null default '[]',
  warnings jsonb not null default '[]',
  sent_by text not null default app.account(),
  sent_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  undone_by text,
  undone_at timestamptz,
  reason text,
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check ((state = 'duplicate') = (duplicate_of is not null)),
  check (state not in ('checked', 'accepted', 'undone') or store_id is not null)
);
create index import_batch_path on import_batch (unit_path, id desc);
create index import_batch_campaign on import_batch (campaign_id, id desc);
create index import_batch_set on import_batch (year, grade, subject) where state = 'accepted';
-- The same content stands once among what is checked or accepted, whoever sends it and however close together.
create unique index import_batch_content on import_batch (sha256, unit_id, part)
  where state in ('reading', 'checked', 'accepted');
create unique index import_batch_store on import_batch (store_id) where store_id is not null;
create trigger fill_path before insert or update of unit_id on import_batch
  for each row execute function app.fill_path();

-- What a batch holds of each school: counts only, so that whoever answers for the school sees what has come. A login
-- nobody knows stands under the unit of the batch.
create table batch_school (
  id integer generated always as identity primary key,
  batch_id integer not null references import_batch (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  digits text not null check (digits ~ '^[0-9]{6}$'),
  login text not null,
  known boolean not null,
  rows integer not null,
  works integer not null,
  absent integer not null,
  -- Day of upload that the file itself gives, the first and the last; null where it gives none.
  first_day date,
  last_day date,
  -- Copied from the batch when it is decided, so that this table can be read where the batch cannot.
  accepted boolean not null default false,
  procedure text not null,
  paper_version text,
  year integer not null,
  grade integer not null,
  subject text not null,
  sent_at timestamptz not null,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (batch_id, digits)
);
create index batch_school_path on batch_school (unit_path, year, grade);
create index batch_school_set on batch_school (year, grade, subject) where accepted;
create trigger fill_path before insert or update of unit_id on batch_school
  for each row execute function app.fill_path();

alter table import_batch enable row level security;
create policy own_and_below on import_batch using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
alter table batch_school enable row level security;
create policy own_and_below on batch_school using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
grant select, insert, update on import_batch to objektiv_app;
grant select, insert, update, delete on batch_school to objektiv_app;
create trigger write_audit after insert or update or delete on import_batch
  for each row execute function app.write_audit('manifest', 'problems', 'warnings');

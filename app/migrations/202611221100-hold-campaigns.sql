-- Campaigns of procedures («ВПР, весна 2021») and the assessments of each: what is written, when, and until when results
-- are due. They are the region's own; everybody below reads them.
create table campaign (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  -- «ВПР», «ОГЭ», «ЕГЭ» …: the word that results carry too.
  procedure text not null check (procedure <> ''),
  title text not null check (title <> ''),
  -- Local dates, inclusive: when it is written, and the last day on which results are in time.
  starts_on date not null,
  ends_on date not null,
  due_on date,
  closed_at timestamptz,
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check (starts_on <= ends_on),
  check (due_on is null or due_on >= starts_on)
);
create unique index campaign_title on campaign (unit_id, title);
create trigger fill_path before insert or update of unit_id on campaign
  for each row execute function app.fill_path();

-- One subject of one grade in one year. The key of five fields is the one that results carry.
create table assessment (
  id integer generated always as identity primary key,
  campaign_id integer not null references campaign (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  procedure text not null,
  paper_version text,
  year integer not null check (year between 1990 and 2100),
  grade integer not null check (grade between 1 and 11),
  subject text not null check (subject <> ''),
  written_from date,
  written_to date,
  due_on date,
  -- Withdrawn rather than deleted: runs of before name it.
  withdrawn_at timestamptz,
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check (written_from is null or written_to is null or written_from <= written_to)
);
create unique index assessment_key on assessment
  (unit_id, procedure, year, grade, subject, coalesce(paper_version, '')) where withdrawn_at is null;
create index assessment_campaign on assessment (campaign_id);
create trigger fill_path before insert or update of unit_id on assessment
  for each row execute function app.fill_path();

-- A municipality's or a school's own dates, and whether it writes this assessment at all.
create table assessment_unit (
  id integer generated always as identity primary key,
  assessment_id integer not null references assessment (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  written_from date,
  written_to date,
  due_on date,
  -- «Не участвует»: no such grade, another paper. Nothing is expected of it then.
  takes_part boolean not null default true,
  reason text,
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (assessment_id, unit_id)
);
create index assessment_unit_path on assessment_unit (unit_path, assessment_id);
create trigger fill_path before insert or update of unit_id on assessment_unit
  for each row execute function app.fill_path();

-- What a paper consists of and how its scores become marks: every edit is a new revision with its source; frozen runs
-- keep naming the one they used.
create table specification (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  procedure text not null,
  paper_version text,
  year integer not null,
  grade integer not null,
  subject text not null,
  revision integer not null check (revision > 0),
  -- The entry in the format of a specification file (docs/specifications.md).
  content jsonb not null,
  -- Where it was taken from: document, date, page.
  source text not null check (source <> ''),
  reason text,
  created_by text not null default app.account(),
  created_at timestamptz not null default now(),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index specification_revision on specification
  (unit_id, procedure, year, grade, subject, coalesce(paper_version, ''), revision);
create trigger fill_path before insert or update of unit_id on specification
  for each row execute function app.fill_path();

alter table campaign enable row level security;
create policy own_and_below on campaign using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
create policy way_up on campaign for select using (starts_with((select app.scope()), unit_path));
alter table assessment enable row level security;
create policy own_and_below on assessment using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
create policy way_up on assessment for select using (starts_with((select app.scope()), unit_path));
alter table assessment_unit enable row level security;
create policy own_and_below on assessment_unit using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
create policy way_up on assessment_unit for select using (starts_with((select app.scope()), unit_path));
alter table specification enable row level security;
create policy own_and_below on specification using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
create policy way_up on specification for select using (starts_with((select app.scope()), unit_path));

grant select, insert, update on campaign, assessment, assessment_unit to objektiv_app;
-- A revision is never rewritten.
grant select, insert on specification to objektiv_app;

create trigger write_audit after insert or update or delete on campaign
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on assessment
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on assessment_unit
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on specification
  for each row execute function app.write_audit();

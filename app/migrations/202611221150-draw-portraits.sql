-- «Портрет»: the report about one unit that people read, sign and take to a meeting. It is computed from a frozen run each
-- time it is asked for; here stands what people did with it.

-- A version of the template: which sections it leaves out, and in words what it changed. The first version stands in no row:
-- it has every section.
create table portrait_template (
  id integer generated always as identity primary key,
  -- The region whose template it is.
  unit_id integer not null,
  unit_path text collate "C" not null,
  number integer not null check (number >= 2),
  -- Sections left out (SECTIONS of features/portraits/types.ts).
  switched_off text[] not null default '{}',
  changes text not null check (changes <> ''),
  created_by text not null default app.account(),
  created_at timestamptz not null default now(),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  -- Two people who make the next version at once do not both make it.
  unique (unit_id, number)
);
create trigger fill_path before insert or update of unit_id on portrait_template
  for each row execute function app.fill_path();

-- A portrait that was sent to its unit: from then on it is read there, as that version of the template has it.
create table portrait (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  run_id integer not null references screening_run (id),
  template integer not null,
  -- Local date that stands on it.
  day date not null,
  sent_by text not null default app.account(),
  sent_at timestamptz not null default now(),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  -- Sent again under another version of the template, it is another row; the last one is read.
  unique (run_id, unit_id, template)
);
create index portrait_path on portrait (unit_path, run_id);
create trigger fill_path before insert or update of unit_id on portrait
  for each row execute function app.fill_path();

-- What a municipality or school says of a version of the template, or of a portrait that was sent; and what came of it.
create table portrait_remark (
  id integer generated always as identity primary key,
  -- Who says it: the unit of its author.
  unit_id integer not null,
  unit_path text collate "C" not null,
  template integer not null,
  -- Null where it is about the template as such.
  portrait_id integer references portrait (id),
  -- The section it is about; null: the whole.
  section text,
  text text not null check (text <> ''),
  created_by text not null default app.account(),
  created_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'accepted', 'partly', 'declined')),
  answer text,
  answered_by text,
  answered_at timestamptz,
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  -- Nothing is decided without a reason.
  check ((state = 'open') = (answer is null) and (answer is null) = (answered_by is null)
    and (answer is null) = (answered_at is null) and answer <> '')
);
create index portrait_remark_path on portrait_remark (unit_path, id desc);
create index portrait_remark_portrait on portrait_remark (portrait_id);
create trigger fill_path before insert or update of unit_id on portrait_remark
  for each row execute function app.fill_path();

-- Portraits of a region made in one go, for saving as one file. The files lie in the data folder until they expire.
create table portrait_archive (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  run_id integer not null references screening_run (id),
  template integer not null,
  day date not null,
  locale text not null check (locale in ('ru', 'en')),
  formats text[] not null,
  levels text[] not null,
  state text not null default 'queued' check (state in
    ('queued', 'running', 'done', 'failed', 'cancelled', 'expired')),
  -- Files to be made; when it is done, files made and their bytes.
  selected integer,
  written integer,
  bytes bigint,
  problems jsonb not null default '[]',
  job_id integer,
  created_by text not null default app.account(),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  expires_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  -- Whole, or not done.
  check (state <> 'done' or (selected is not null and written = selected and expires_at is not null))
);
create index portrait_archive_run on portrait_archive (run_id, id desc);
create trigger fill_path before insert or update of unit_id on portrait_archive
  for each row execute function app.fill_path();

alter table portrait_template enable row level security;
create policy own_and_below on portrait_template for select using (app.in_scope(unit_path));
-- Everybody below reads which version there is and what it changed.
create policy way_up on portrait_template for select using (starts_with((select app.scope()), unit_path));
create policy analysts on portrait_template for insert
  with check (app.in_scope(unit_path) and app.role() = 'analyst');

alter table portrait enable row level security;
-- Where the run is not seen (a draft), nothing of it is.
create policy own_and_below on portrait for select
  using (app.in_scope(unit_path) and run_id in (select id from screening_run));
create policy analysts on portrait for insert
  with check (app.in_scope(unit_path) and app.role() = 'analyst' and run_id in (select id from screening_run));

alter table portrait_remark enable row level security;
create policy own_and_below on portrait_remark for select using (app.in_scope(unit_path));
-- Said in one's own name, and of a portrait that one has been sent.
create policy own on portrait_remark for insert
  with check (unit_path = app.scope() and (portrait_id is null or portrait_id in (select id from portrait)));
create policy analysts on portrait_remark for update
  using (app.in_scope(unit_path) and app.role() = 'analyst')
  with check (app.in_scope(unit_path) and app.role() = 'analyst');

alter table portrait_archive enable row level security;
create policy analysts on portrait_archive
  using (app.in_scope(unit_path) and app.role() = 'analyst')
  with check (app.in_scope(unit_path) and app.role() = 'analyst');

grant select, insert on portrait_template, portrait, portrait_remark, portrait_archive to objektiv_app;
-- What was said stays as it was said; what was sent stays sent.
grant update (state, answer, answered_by, answered_at, version) on portrait_remark to objektiv_app;
grant update (state, selected, written, bytes, problems, job_id, finished_at, expires_at) on portrait_archive to objektiv_app;
create trigger write_audit after insert or update or delete on portrait_template
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on portrait
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on portrait_remark
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on portrait_archive
  for each row execute function app.write_audit('problems');

-- A plan of one unit for one period: read from a document or written here. A region's, a municipality's and a school's plan
-- are rows of one table; what makes one the copy of another is `above_id`.
create table plan (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  title text not null check (title <> ''),
  -- Local dates, both inclusive.
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- Years without words in its terms are those of a school year.
  school boolean not null,
  -- The words of the document that name the period; null when nobody wrote them.
  period_words text,
  state text not null default 'draft' check (state in ('draft', 'approved', 'closed')),
  -- The block «УТВЕРЖДАЮ» as it stands on paper.
  approver_post text,
  approver_name text,
  approved_on date,
  approval_number text,
  abbreviations jsonb not null default '[]',
  -- The plan of the level above whose measures it took over.
  above_id integer references plan (id),
  -- The plan of the year before that it was rolled over from.
  previous_id integer references plan (id),
  -- The document it was read from.
  source_file_id integer references stored_file (id),
  closed_at timestamptz,
  -- Taken away while a draft; the row stays for the log.
  removed_at timestamptz,
  created_by text not null default coalesce(app.account(), 'system'),
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check ((state = 'closed') = (closed_at is not null)),
  check (removed_at is null or state = 'draft'),
  check (above_id <> id and previous_id <> id)
);
create index plan_path on plan (unit_path, id desc);
create index plan_place on plan (ends_on desc, id desc);
create index plan_above on plan (above_id);
-- Sent twice, it is still one copy.
create unique index plan_copy on plan (above_id, unit_id) where removed_at is null;
create trigger fill_path before insert or update of unit_id on plan
  for each row execute function app.fill_path();

-- A measure of a plan, every word as its author wrote it. What follows from its tasks (state, next term, counts) stands in
-- the row, because lists and the matrix of coverage read thirty thousand of them.
create table plan_measure (
  id integer generated always as identity primary key,
  plan_id integer not null references plan (id),
  unit_id integer not null,
  -- Order in the plan; numbers of documents repeat and restart.
  position integer not null,
  year integer,
  -- Next undone term; null: open, or nothing left to do.
  due_on date,
  tasks_done integer not null default 0,
  tasks_total integer not null default 0 check (tasks_done between 0 and tasks_total),
  -- Goes down with the plan, and is locked there.
  mandatory boolean not null default true,
  -- Its result is a plan of the level below: that plan proves it.
  by_plan boolean not null default false,
  -- The measure of the plan above that this one was taken over from, and the one at the very top.
  above_id integer references plan_measure (id),
  root_id integer references plan_measure (id),
  carried_from integer references plan_measure (id),
  signal_id integer references signal (id),
  version integer not null default 1,
  unit_path text collate "C" not null,
  -- Rolled up from its tasks (rules.ts); a plan's draft has begun nothing.
  state text not null default 'not-started' check (state in
    ('not-started', 'in-progress', 'submitted', 'accepted', 'returned', 'postponed', 'cancelled', 'no-cases')),
  term_kind text,
  -- For whom it is meant (the column «уровень» of two-level plans); null: the plan's own level.
  level text check (level in ('region', 'municipality', 'school')),
  -- Id in the library of measures.
  template text,
  number text,
  section text,
  text text not null check (text <> ''),
  term_words text,
  -- Term of packages/russian-terms as it was read.
  term jsonb,
  planned_start text,
  planned_finish text,
  place text,
  participants text,
  -- [{original, body, person, post}] in the order of the document.
  responsible jsonb not null default '[]',
  -- Whose work it is in the owner's unit: roles by the bodies named, accounts where persons were told apart.
  roles text[] not null default '{}',
  accounts text[] not null default '{}',
  performer text,
  expected_result text,
  note text,
  completion text,
  -- [{field, reason}]: what the reader was not sure of, until somebody has looked.
  doubtful jsonb not null default '[]',
  -- What the plan above says differently by now; null: nothing to accept. {"removed": true}: it stands there no longer.
  offered jsonb,
  removed_at timestamptz,
  changed_at timestamptz not null default now(),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index plan_measure_plan on plan_measure (plan_id, position);
create index plan_measure_path on plan_measure (unit_path, id);
create index plan_measure_above on plan_measure (above_id) where above_id is not null;
create index plan_measure_root on plan_measure (root_id) where root_id is not null;
create index plan_measure_signal on plan_measure (signal_id) where signal_id is not null;
create index plan_measure_due on plan_measure ((coalesce(due_on, 'infinity')), id) where removed_at is null;
create unique index plan_measure_copy on plan_measure (above_id, plan_id) where removed_at is null;
create trigger fill_path before insert or update of unit_id on plan_measure
  for each row execute function app.fill_path();

-- What is to be done and proved once: the measure itself, one occurrence of a recurring one, or one case of «по мере
-- выявления».
create table measure_task (
  id integer generated always as identity primary key,
  measure_id integer not null references plan_measure (id),
  unit_id integer not null,
  -- Null: the term is open. It is never guessed.
  due_on date,
  -- As the plan has it, when it was postponed since.
  planned_on date,
  position integer not null,
  -- Levels it was escalated to after its term.
  escalated integer not null default 0,
  version integer not null default 1,
  unit_path text collate "C" not null,
  state text not null default 'not-started' check (state in
    ('not-started', 'in-progress', 'submitted', 'accepted', 'returned', 'postponed', 'cancelled')),
  -- The case, in words.
  title text,
  submitted_by text,
  submitted_at timestamptz,
  accepted_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (measure_id, position)
);
create index measure_task_path on measure_task (unit_path);
create index measure_task_due on measure_task (due_on, id)
  where state in ('not-started', 'in-progress', 'returned', 'postponed');
create trigger fill_path before insert or update of unit_id on measure_task
  for each row execute function app.fill_path();

-- The timeline of a measure: who, when, what, why. Written once.
create table measure_step (
  id integer generated always as identity primary key,
  measure_id integer not null references plan_measure (id),
  task_id integer references measure_task (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  at timestamptz not null default clock_timestamp(),
  account_id text not null default coalesce(app.account(), 'system'),
  role text default app.role(),
  kind text not null check (kind in
    ('created', 'changed', 'started', 'submitted', 'accepted', 'returned', 'postponed', 'cancelled', 'restored',
     'commented', 'case-added', 'offered', 'taken-over', 'escalated', 'removed')),
  state_before text,
  state_after text,
  due_on date,
  text text,
  -- Fields changed, as [{field, before, after}]; null where the step changed none.
  changes jsonb,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index measure_step_measure on measure_step (measure_id, id);
create index measure_step_path on measure_step (unit_path);
create trigger fill_path before insert or update of unit_id on measure_step
  for each row execute function app.fill_path();

-- What proves that a task was done. Its files hang on it (subject «evidence»). One document may prove several things, so it
-- has a row of its own.
create table evidence (
  id integer generated always as identity primary key,
  measure_id integer not null references plan_measure (id),
  task_id integer not null references measure_task (id),
  step_id integer not null references measure_step (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  kind text not null check (kind in ('order', 'note', 'protocol', 'link', 'photo', 'plan', 'other')),
  title text not null check (title <> ''),
  document_number text,
  document_date date,
  url text check (url ~ '^https?://'),
  -- The plan of the level below that proves the measure.
  plan_id integer references plan (id),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check ((kind = 'plan') = (plan_id is not null))
);
create index evidence_measure on evidence (measure_id, id);
create index evidence_path on evidence (unit_path);
create trigger fill_path before insert or update of unit_id on evidence
  for each row execute function app.fill_path();

-- A plan as it stood when it was approved; later changes are shown against the last one.
create table plan_version (
  id integer generated always as identity primary key,
  plan_id integer not null references plan (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  number integer not null,
  -- PlanDocument of writing/, with the ids of measures.
  body jsonb not null,
  approved_by text not null default app.account(),
  approved_at timestamptz not null default now(),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (plan_id, number)
);
create index plan_version_path on plan_version (unit_path);
create trigger fill_path before insert or update of unit_id on plan_version
  for each row execute function app.fill_path();

-- A version that its owner shows to everybody, at an address that cannot be guessed.
create table plan_publication (
  id integer generated always as identity primary key,
  plan_id integer not null references plan (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  token text not null check (length(token) >= 22),
  version_number integer not null,
  -- As everybody reads it: persons' names are left out unless somebody confirmed them.
  body jsonb not null,
  with_names boolean not null,
  published_by text not null default app.account(),
  published_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index plan_publication_plan on plan_publication (plan_id) where withdrawn_at is null;
-- A newer version goes to the same address.
create unique index plan_publication_token on plan_publication (token) where withdrawn_at is null;
create index plan_publication_path on plan_publication (unit_path);
create trigger fill_path before insert or update of unit_id on plan_publication
  for each row execute function app.fill_path();

-- The address under which a person's calendar asks for their terms: one per person and role at a unit.
create table calendar_feed (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  account_id text not null default app.account(),
  grant_role text not null default app.role(),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index calendar_feed_one on calendar_feed (account_id, unit_id, grant_role) where ended_at is null;
create index calendar_feed_path on calendar_feed (unit_path);
create trigger fill_path before insert or update of unit_id on calendar_feed
  for each row execute function app.fill_path();

-- What the open page of a plan shows; a guess finds nothing, a withdrawn one neither.
create function app.published_plan(address text) returns jsonb language sql stable security definer
  set search_path = public, pg_temp
as $$
  select body from plan_publication where token = address and withdrawn_at is null
$$;
revoke execute on function app.published_plan from public;
grant execute on function app.published_plan to objektiv_app;

-- Whose calendar an address is; the caller then reads in that person's name. Empty when it was ended, the role taken
-- away or the account closed.
create function app.feed_owner(hash text) returns table (account_id text, role text, unit_id integer, unit_path text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select f.account_id, f.grant_role, f.unit_id, f.unit_path
    from calendar_feed f
    join role_grant g on g.person_id = f.account_id and g.unit_id = f.unit_id and g.role = f.grant_role
      and g.revoked_at is null and coalesce(g.valid_from, current_date) <= current_date
      and coalesce(g.valid_to, current_date) >= current_date
    join person p on p.id = f.account_id and p.blocked_at is null
    where f.token_hash = hash and f.ended_at is null
$$;
revoke execute on function app.feed_owner from public;
grant execute on function app.feed_owner to objektiv_app;

alter table plan enable row level security;
create policy own_and_below on plan using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
alter table plan_measure enable row level security;
-- As with signals: the settings are read once for a statement, and half the table is expected to pass.
create policy own_and_below on plan_measure
  using (case when unit_path >= (select app.scope()) then unit_path < (select app.scope_end()) else false end)
  with check (app.in_scope(unit_path));
alter table measure_task enable row level security;
create policy own_and_below on measure_task
  using (case when unit_path >= (select app.scope()) then unit_path < (select app.scope_end()) else false end)
  with check (app.in_scope(unit_path));
alter table measure_step enable row level security;
create policy own_and_below on measure_step using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
alter table evidence enable row level security;
create policy own_and_below on evidence using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
alter table plan_version enable row level security;
create policy own_and_below on plan_version using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
alter table plan_publication enable row level security;
create policy own_and_below on plan_publication using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
alter table calendar_feed enable row level security;
create policy own on calendar_feed
  using (account_id = app.account() and app.in_scope(unit_path))
  with check (account_id = app.account() and app.in_scope(unit_path));

grant select, insert, update on plan, plan_measure, measure_task to objektiv_app;
-- Tasks that nobody has touched are made anew when the words of a term change.
grant delete on measure_task to objektiv_app;
grant select, insert on measure_step, evidence, plan_version, plan_publication, calendar_feed to objektiv_app;
grant update (withdrawn_at) on plan_publication to objektiv_app;
grant update (ended_at) on calendar_feed to objektiv_app;
create trigger write_audit after insert or update or delete on plan
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on plan_measure
  for each row execute function app.write_audit('term', 'doubtful');
create trigger write_audit after update or delete on measure_task
  for each row execute function app.write_audit();
create trigger write_audit after insert on measure_step
  for each row execute function app.write_audit();
create trigger write_audit after insert on evidence
  for each row execute function app.write_audit();
create trigger write_audit after insert on plan_version
  for each row execute function app.write_audit('body');
create trigger write_audit after insert or update on plan_publication
  for each row execute function app.write_audit('body', 'token');
create trigger write_audit after insert or update on calendar_feed
  for each row execute function app.write_audit('token_hash');

-- A signal: a sign of a run that asks for an explanation from one school, with its reply and outcome. Never a verdict.
-- Short columns of fixed width stand first: counts read ten thousand rows, and what stands behind texts costs more to reach.
create table signal (
  id integer generated always as identity primary key,
  unit_id integer not null,
  run_id integer not null references screening_run (id),
  -- The set it speaks of; for our own the set that weighs most in the degree.
  set_position integer not null,
  year integer not null,
  grade integer not null,
  -- What the list shows: works, the value or degree, the probability of a false one.
  n integer not null,
  -- Escalated to the level above after the term: 1 the municipality, 2 the region.
  escalated integer not null default 0,
  version integer not null default 1,
  published boolean not null default false,
  unit_path text collate "C" not null,
  state text not null default 'open' check (state in
    ('open', 'asked', 'replied', 'closed', 'withdrawn', 'superseded')),
  -- 'official': the method of 2019, one signal per school and set; 'own': our degree, one signal per school.
  source text not null check (source in ('official', 'own')),
  subject text not null,
  -- Markers or channels that show it, the strongest first.
  channels text[] not null,
  campaign_id integer references campaign (id),
  outcome text check (outcome in ('cleared', 'confirmed', 'insufficient')),
  -- Local date until which a reply is asked for.
  due_on date,
  degree double precision,
  fdr double precision,
  paper_version text,
  -- Sets of the run it rests on: undoing a batch of one of them touches it.
  positions integer[] not null,
  asked_at timestamptz,
  replied_at timestamptz,
  closed_at timestamptz,
  -- Set when files under it were undone: the signal says so and keeps its history.
  data_undone_at timestamptz,
  forwarded_at timestamptz,
  created_at timestamptz not null default now(),
  -- Moment of the last step, a comment included.
  changed_at timestamptz not null default now(),
  -- Municipality, then school, as lists order them: kept here, because ten thousand signals are too many to be sorted by
  -- their schools for each page.
  sort_key text collate "C" not null,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check ((state = 'closed') = (outcome is not null)),
  check (state <> 'asked' or due_on is not null),
  unique (run_id, unit_id, source, set_position)
);
create index signal_path on signal (unit_path, id desc);
create index signal_unit on signal (unit_id);
create index signal_run on signal (run_id, state);
create index signal_due on signal (due_on) where state = 'asked';
create index signal_place on signal (sort_key, id);
create index signal_degree on signal ((coalesce(degree, '-infinity')) desc, id desc);
create index signal_term on signal ((coalesce(due_on, 'infinity')), id);
create index signal_changed on signal (changed_at desc, id desc);
create trigger fill_path before insert or update of unit_id on signal
  for each row execute function app.fill_path();

create function app.place_signal() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  select coalesce(m.sort_key, '') || chr(1) || s.sort_key into new.sort_key
    from unit s left join unit m on m.id = s.parent_id and m.kind = 'municipality' where s.id = new.unit_id;
  return new;
end
$$;
create trigger place_signal before insert or update of unit_id on signal
  for each row execute function app.place_signal();

create function app.follow_name() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update signal set unit_id = unit_id where unit_path >= new.path and unit_path < left(new.path, -1) || '/';
  return null;
end
$$;
create trigger follow_name after update of name on unit
  for each row when (new.kind in ('municipality', 'school') and new.name <> old.name)
  execute function app.follow_name();

-- Schools that were merged into one of the actor's reach: what is asked of them is answered by those who carry their
-- work on. The region has everything in reach already.
create function app.inherited() returns integer[] language sql stable security definer set search_path = public, pg_temp
as $$
  with recursive heir (id) as (
    select u.id from unit s join unit u on u.successor_id = s.id
      where s.path >= app.scope() and s.path < app.scope_end() and s.kind = 'school' and u.valid_to < current_date
        and app.scope() like '%.%.'
    union
    select u.id from heir join unit u on u.successor_id = heir.id where u.valid_to < current_date
  )
  select coalesce(array_agg(id), '{}') from heir
$$;
revoke execute on function app.inherited from public;
grant execute on function app.inherited to objektiv_app;

-- Everything the passport says and draws, frozen when the run ended: findings, intervals, pictures. Apart from the signal,
-- because lists and counts have no use for it.
create table signal_evidence (
  signal_id integer primary key references signal (id),
  evidence jsonb not null
);

-- The timeline: who, when, what, why. Written once.
create table signal_step (
  id integer generated always as identity primary key,
  signal_id integer not null references signal (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  at timestamptz not null default clock_timestamp(),
  account_id text not null default coalesce(app.account(), 'system'),
  role text default app.role(),
  kind text not null check (kind in
    ('opened', 'asked', 'reminded', 'forwarded', 'commented', 'replied', 'returned', 'extended', 'closed', 'reopened',
     'escalated', 'data-undone', 'withdrawn', 'superseded')),
  state_before text,
  state_after text not null,
  due_on date,
  outcome text,
  -- Causes from the list (message ids) that a reply names.
  causes text[] not null default '{}',
  text text,
  -- A reply after the term says so.
  late boolean not null default false,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index signal_step_signal on signal_step (signal_id, id);
create index signal_step_path on signal_step (unit_path);
create trigger fill_path before insert or update of unit_id on signal_step
  for each row execute function app.fill_path();

alter table signal enable row level security;
-- Says what app.in_scope says, with the settings read once for a statement, and as a case, of which the planner expects
-- half the table to pass (of a range that it cannot know, a two-hundredth: it would sort what stands in order already).
-- Lists below the region say app.in_scope besides, which an index serves.
create policy own_and_below on signal
  using (case when unit_path >= (select app.scope()) then unit_path < (select app.scope_end()) else false end)
  with check (app.in_scope(unit_path));
create policy heirs_see on signal for select using (unit_id = any ((select app.inherited())::integer[]));
create policy heirs_act on signal for update
  using (unit_id = any ((select app.inherited())::integer[]))
  with check (unit_id = any ((select app.inherited())::integer[]));
create policy drafts on signal as restrictive for select using (published or app.role() = 'analyst');
alter table signal_step enable row level security;
alter table signal_evidence enable row level security;
create policy with_signal on signal_evidence
  using (exists (select from signal s where s.id = signal_evidence.signal_id))
  with check (exists (select from signal s where s.id = signal_evidence.signal_id));
-- A step is seen and made where its signal is.
create policy with_signal on signal_step
  using (exists (select from signal s where s.id = signal_step.signal_id))
  with check (exists (select from signal s where s.id = signal_step.signal_id));
grant select, insert on signal to objektiv_app;
-- What was found stays as it was found; only the way of the reply goes on.
grant update (state, outcome, due_on, asked_at, replied_at, closed_at, data_undone_at, escalated, forwarded_at,
  published, changed_at, version) on signal to objektiv_app;
grant select, insert on signal_evidence, signal_step to objektiv_app;
create trigger write_audit after insert or update or delete on signal
  for each row execute function app.write_audit();
create trigger write_audit after insert on signal_step
  for each row execute function app.write_audit();

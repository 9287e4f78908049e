-- What of a plan is on its way to many units below: its copies, or the period that it has now. A part of the units is one
-- transaction, which takes them off the list here: killed anywhere, it goes on with those that are left.
create table plan_dispatch (
  id integer generated always as identity primary key,
  plan_id integer not null references plan (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  kind text not null check (kind in ('copies', 'period')),
  -- Stopped: called off, or refused on the way; what was done stays done.
  state text not null default 'going' check (state in ('going', 'done', 'stopped')),
  -- Units still to be given their copy. Whose period is another one is seen from the copies themselves.
  waiting integer[] not null default '{}',
  -- Units to be reached, and those reached by now.
  total integer not null,
  reached integer not null check (reached between 0 and total),
  -- [{unit, code}]: units that got none, and why.
  left_out jsonb not null default '[]',
  -- Problem because of which it was stopped.
  problem jsonb,
  job_id integer,
  created_by text not null default coalesce(app.account(), 'system'),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  check ((state = 'going') = (finished_at is null)),
  check (state <> 'done' or waiting = '{}')
);
create index plan_dispatch_plan on plan_dispatch (plan_id, id desc);
create index plan_dispatch_going on plan_dispatch (id) where state = 'going';
create index plan_dispatch_path on plan_dispatch (unit_path);
create trigger fill_path before insert or update of unit_id on plan_dispatch
  for each row execute function app.fill_path();

alter table plan_dispatch enable row level security;
create policy own_and_below on plan_dispatch using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
-- Rows of plans and measures stand in the log with the act in whose name they were written: this is only how far it is.
grant select, insert on plan_dispatch to objektiv_app;
grant update (state, waiting, total, reached, left_out, problem, job_id, finished_at) on plan_dispatch to objektiv_app;

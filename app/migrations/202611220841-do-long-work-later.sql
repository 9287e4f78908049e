-- Work done later: what a person waits for, and what one room asks of another («signal closed → measure proposed»).
-- A row is written in the transaction that asks for it, so what was committed will be done at least once.
create table job (
  id integer generated always as identity primary key,
  kind text not null,
  -- Where and as whom it was asked for: the work runs in the same scope. An account 'system:…' has no scope.
  unit_id integer not null,
  unit_path text collate "C" not null,
  account_id text not null default app.account(),
  role text default app.role(),
  -- A reaction between rooms rather than something a person waits for: not shown in lists.
  internal boolean not null default false,
  -- Where set, the same work is asked for once («digest of 22 November»).
  once_key text,
  params jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- Progress: a message id, words of the moment, how much of how much (total is null while unknown).
  stage text,
  detail text not null default '',
  done integer not null default 0,
  total integer,
  -- {message, params, link} of what came out; list of problems where it did not.
  result jsonb,
  problems jsonb,
  attempts integer not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  not_before timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  -- A running job whose process no longer says so is taken over.
  lease_until timestamptz,
  cancel_requested_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (kind, once_key),
  check ((state = 'running') = (lease_until is not null)),
  check ((state in ('queued', 'running')) = (finished_at is null))
);
create trigger fill_path before insert or update of unit_id on job
  for each row execute function app.fill_path();
create index job_queue on job (id) where state = 'queued';
create index job_running on job (lease_until) where state = 'running';
create index job_account on job (account_id, id desc) where not internal;
create index job_path on job (unit_path);

alter table job enable row level security;
-- A job is its person's own: its result may hold what colleagues at the same unit have no right to.
create policy own on job
  using (app.in_scope(unit_path) and account_id = app.account())
  with check (app.in_scope(unit_path) and account_id = app.account());
grant select on job to objektiv_app;
-- The plain role may ask for work and call it off; what came of it only the runner writes.
grant insert (kind, unit_id, unit_path, internal, once_key, params, not_before) on job to objektiv_app;
grant update (cancel_requested_at) on job to objektiv_app;
-- Progress is no act of a person; asking for work and calling it off are.
create trigger write_audit after insert or update of cancel_requested_at on job
  for each row when (not new.internal) execute function app.write_audit();

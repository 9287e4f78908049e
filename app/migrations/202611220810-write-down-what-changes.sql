-- The log of what was changed or read. Written by triggers in the transaction of the change, so no code can forget it;
-- the plain role can neither write nor change a line.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  account_id text,
  -- As whom: the role through which the person acted; null for the system.
  role text,
  unit_id integer not null,
  unit_path text collate "C" not null,
  -- Table of the record, or the kind of thing that was read or done.
  subject text not null,
  subject_id text not null,
  -- 'created', 'changed', 'removed', 'read', or the name of an act ('unit.closed').
  action text not null,
  reason text,
  before jsonb,
  after jsonb,
  request_id text,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
-- The path at the end lets the rule of reach be tried inside the index: no way through other indexes looks shorter.
create index audit_subject on audit (subject, subject_id, at desc, id desc, unit_path);
-- So many values, as there are units, are counted one by one: only then does the planner know a school's few lines from
-- a region's two million.
alter table audit alter column unit_path set statistics 1000;
create index audit_unit on audit (unit_path, at desc, id desc);
create index audit_account on audit (account_id, at desc, id desc);

alter table audit enable row level security;
create policy own_and_below on audit for select using (app.in_scope(unit_path));
grant select on audit to objektiv_app;

create function app.add_audit(
  subject text, subject_id text, action text, unit_id integer, before jsonb, after jsonb
) returns void language sql security definer set search_path = public, pg_temp
as $$
  insert into audit (account_id, role, unit_id, unit_path, subject, subject_id, action, reason, before, after, request_id)
  select app.account(), app.role(), u.id, u.path, add_audit.subject, add_audit.subject_id, add_audit.action,
    nullif(current_setting('app.reason', true), ''), add_audit.before, add_audit.after, app.request()
  from unit u where u.id = add_audit.unit_id
$$;
revoke execute on function app.add_audit from public;

-- Reads that must be accounted for: participants' rows, exports. The reader can only write about what lies in reach.
create function app.log_read(subject text, subject_id text, unit_id integer, details jsonb default null)
  returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from unit u where u.id = log_read.unit_id and app.in_scope(u.path)) then
    raise exception 'no such unit in reach' using errcode = 'insufficient_privilege';
  end if;
  perform app.add_audit(subject, subject_id, 'read', unit_id, null, details);
end
$$;
revoke execute on function app.log_read from public;
grant execute on function app.log_read to objektiv_app;

-- The trigger of every table that people change. Arguments: columns never to be written down (hashes of secrets).
-- Only the columns that differ are kept. `version` counts edits and says nothing itself, nor do columns that are worked
-- out from others.
create function app.write_audit() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  silent text[] := array['version', 'unit_path', 'path', 'sort_key', 'search_text', 'changed_at'];
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - silent end;
  became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - silent end;
  record_of jsonb := coalesce(became, was);
  home integer := case when tg_table_name = 'unit' then record_of ->> 'id' else record_of ->> 'unit_id' end;
  before jsonb;
  after jsonb;
  secret text;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(k, was -> k), jsonb_object_agg(k, became -> k) into before, after
      from jsonb_object_keys(became) k where was -> k is distinct from became -> k;
    if after is null then
      return null;
    end if;
  else
    before := jsonb_strip_nulls(was);
    after := jsonb_strip_nulls(became);
  end if;
  for i in 0 .. tg_nargs - 1 loop
    secret := tg_argv[i];
    before := case when before ? secret then jsonb_set(before, array[secret], '"•"') else before end;
    after := case when after ? secret then jsonb_set(after, array[secret], '"•"') else after end;
  end loop;
  perform app.add_audit(
    tg_table_name, record_of ->> 'id',
    coalesce(nullif(current_setting('app.action', true), ''),
      case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end),
    home, before, after);
  return null;
end
$$;
create trigger write_audit after insert or update or delete on unit
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on unit_alias
  for each row execute function app.write_audit();

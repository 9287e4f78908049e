-- A person who signs in. `unit_id` is their home: the unit of their oldest grant, under which the log keeps what
-- concerns them. Nobody is deleted while the log names them: they are blocked, or their grants end.
create table person (
  id text primary key references auth."user" (id),
  unit_id integer not null,
  unit_path text collate "C" not null,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email)),
  locale text not null default 'ru' check (locale in ('ru', 'en')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  blocked_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index person_name on person (lower(name), id);
create index person_path on person (unit_path);
create trigger fill_path before insert or update of unit_id on person
  for each row execute function app.fill_path();

-- «Роль × узел дерева»: a role at a unit, good there and below. Dates are local and inclusive; null is open.
create table role_grant (
  id integer generated always as identity primary key,
  person_id text not null references person (id),
  role text not null check (role in ('administrator', 'ministry', 'analyst', 'institute', 'municipality', 'methodist',
    'head', 'coordinator', 'expert', 'observer')),
  unit_id integer not null,
  unit_path text collate "C" not null,
  valid_from date,
  valid_to date,
  granted_by text,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  check (valid_to is null or valid_from is null or valid_from <= valid_to),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index role_grant_standing on role_grant (person_id, role, unit_id) where revoked_at is null;
create index role_grant_person on role_grant (person_id);
create index role_grant_path on role_grant (unit_path);
create trigger fill_path before insert or update of unit_id on role_grant
  for each row execute function app.fill_path();

create function app.settle_home() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update person p set unit_id = g.unit_id
    from (select unit_id from role_grant where person_id = new.person_id and revoked_at is null order by id limit 1) g
    where p.id = new.person_id and p.unit_id <> g.unit_id;
  return null;
end
$$;
create trigger settle_home after insert or update on role_grant
  for each row execute function app.settle_home();

-- Somebody must be left who can let others in. Two administrators removing each other at once wait here.
create function app.keep_an_administrator() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  -- Two ifs: joined by «and» they would be one statement, and the id of a grant is no person's.
  if tg_table_name = 'person' then
    if not exists (select from role_grant where person_id = new.id and role = 'administrator') then
      return null;
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtext('objektiv.administrators'));
  if not exists (
    select from role_grant g join person p on p.id = g.person_id join unit u on u.id = g.unit_id
    where g.role = 'administrator' and u.parent_id is null and g.revoked_at is null and g.valid_to is null
      and (g.valid_from is null or g.valid_from <= current_date) and p.blocked_at is null
  ) then
    raise exception 'the last administrator stays' using errcode = 'OB001';
  end if;
  return null;
end
$$;
create trigger keep_an_administrator after update on role_grant
  for each row when (old.role = 'administrator' and old.revoked_at is null)
  execute function app.keep_an_administrator();
create trigger keep_an_administrator after update of blocked_at on person
  for each row when (old.blocked_at is null and new.blocked_at is not null)
  execute function app.keep_an_administrator();

create function app.end_sessions_of_blocked() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  delete from auth.session where user_id = new.id;
  return null;
end
$$;
create trigger end_sessions after update of blocked_at on person
  for each row when (new.blocked_at is not null) execute function app.end_sessions_of_blocked();

-- Does every standing grant of a person lie in the actor's reach? Only then may the person as a whole be edited: a
-- municipality may not block somebody who also serves the region, and is not told that they do.
create function app.person_within(whom text) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select coalesce(bool_and(app.in_scope(g.unit_path)), false) from role_grant g
  where g.person_id = whom and g.revoked_at is null
$$;
revoke execute on function app.person_within from public;
grant execute on function app.person_within to objektiv_app;

alter table role_grant enable row level security;
create policy seen on role_grant for select using (app.in_scope(unit_path) or person_id = app.account());
create policy given on role_grant for insert with check (app.in_scope(unit_path) and granted_by = app.account());
create policy ended on role_grant for update
  using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
grant select on role_grant to objektiv_app;
grant insert (person_id, role, unit_id, valid_from, valid_to, granted_by) on role_grant to objektiv_app;
grant update (revoked_at) on role_grant to objektiv_app;

alter table person enable row level security;
-- Who ever held a role in reach keeps a name there: the log and histories go on saying who did what. What else is known
-- of a person (below) is closed with their last role in reach.
create policy seen on person for select using (
  id = app.account()
  or exists (select from role_grant g where g.person_id = person.id and app.in_scope(g.unit_path)));
create policy edited on person for update
  using (id = app.account() or app.person_within(id)) with check (id = app.account() or app.person_within(id));
grant select (id, name, locale, blocked_at, version) on person to objektiv_app;
grant update (name, locale, theme, blocked_at, version) on person to objektiv_app;

-- How to reach a person and how they sign in: for themselves, and where one of their roles stands. A view of the owner,
-- because rows of a table are open or closed as a whole. The day of grace is for regions whose date is not the
-- database's; the owner's own transactions, for which no row is closed, see everybody.
create view person_known with (security_barrier) as
  select p.id, p.email, u.two_factor_enabled as second_factor,
    -- A session goes when it ends; the log still knows when they came in.
    greatest((select max(s.updated_at) from auth.session s where s.user_id = p.id),
      (select max(a.at) from audit a where a.subject = 'person' and a.subject_id = p.id and a.action = 'signed-in'))
      as last_seen
  from person p join auth."user" u on u.id = p.id
  where p.id = app.account() or not row_security_active('public.person') or exists (
    select from role_grant g where g.person_id = p.id and app.in_scope(g.unit_path) and g.revoked_at is null
      and (g.valid_to is null or g.valid_to >= current_date - 1));
grant select on person_known to objektiv_app;

-- What was written down of somebody while they worked here stays written; their address in it is closed with the rest
-- («•», as secrets are). Of people who were never here nothing is said, and nothing can be learnt by asking.
create function app.is_closed_address(address text) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select from person p where p.email = address and p.id is distinct from app.account()
    and exists (select from role_grant g where g.person_id = p.id and app.in_scope(g.unit_path))
    and not exists (select from role_grant g where g.person_id = p.id and app.in_scope(g.unit_path)
      and g.revoked_at is null and (g.valid_to is null or g.valid_to >= current_date - 1)))
$$;
revoke execute on function app.is_closed_address from public;
grant execute on function app.is_closed_address to objektiv_app;

-- The look of one's own screen is nobody's business.
create trigger write_audit after insert or delete or update of name, email, blocked_at on person
  for each row execute function app.write_audit();
create trigger write_audit after insert or update or delete on role_grant
  for each row execute function app.write_audit();

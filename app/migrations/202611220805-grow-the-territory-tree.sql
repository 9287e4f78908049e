-- The tree region › municipality › school › class. A unit is never deleted: it closes, merges into another, or (when an
-- import is undone) is withdrawn, and its history stays.
create table unit (
  id integer generated always as identity primary key,
  parent_id integer references unit (id),
  -- Ids from the root down, '1.5.33.', kept by the trigger below. Rows of other tables copy it (with a foreign key that
  -- follows a move), so that «mine or below mine» is one comparison.
  path text collate "C" not null,
  kind text not null check (kind in ('region', 'municipality', 'school', 'class')),
  name text not null check (name <> ''),
  short_name text,
  -- Official code of a municipality ('reg99_m012') or a region ('99').
  code text,
  -- The six digits that all spellings of a school's login share (sch…, edu…, ksh…).
  digits text check (digits ~ '^[0-9]{6}$'),
  school_kind text,
  locality text,
  oge_code text,
  ege_code text,
  tags text[] not null default '{}',
  -- Local dates, both inclusive; null means open.
  valid_from date,
  valid_to date,
  successor_id integer references unit (id),
  -- Classes only.
  school_year integer,
  grade integer,
  letter text,
  withdrawn_at timestamptz,
  version integer not null default 1,
  check ((kind = 'region') = (parent_id is null)),
  check (kind = 'school' or digits is null),
  check ((kind = 'class') = (grade is not null)),
  check (valid_to is null or valid_from is null or valid_from <= valid_to),
  unique (id, path)
);

create unique index unit_path on unit (path);
create index unit_parent on unit (parent_id);
create unique index unit_digits on unit (digits) where withdrawn_at is null;
create unique index unit_code on unit (kind, code) where withdrawn_at is null;
-- Protocols of ОГЭ and ЕГЭ are joined by these codes: of schools that work each has its own, zeros in front not counted (a
-- spreadsheet drops them). Looked at when all is written: two schools of one registry may exchange theirs.
alter table unit
  add constraint unit_oge_code exclude using btree (ltrim(oge_code, '0') with =)
    where (withdrawn_at is null and valid_to is null) deferrable initially deferred,
  add constraint unit_ege_code exclude using btree (ltrim(ege_code, '0') with =)
    where (withdrawn_at is null and valid_to is null) deferrable initially deferred;
create unique index unit_class on unit (parent_id, school_year, grade, letter)
  where kind = 'class' and withdrawn_at is null;

create function app.place_unit() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  parent unit;
begin
  if new.parent_id is null then
    new.path := new.id || '.';
    return new;
  end if;
  select * into parent from unit where id = new.parent_id;
  if parent.path like '%.' || new.id || '.%' or parent.id = new.id then
    raise exception 'a unit cannot stand below itself' using errcode = 'check_violation';
  end if;
  if (parent.kind, new.kind) not in
    (('region', 'municipality'), ('region', 'school'), ('municipality', 'school'), ('school', 'class')) then
    raise exception 'a % cannot stand below a %', new.kind, parent.kind using errcode = 'check_violation';
  end if;
  new.path := parent.path || new.id || '.';
  return new;
end
$$;
create trigger place_unit before insert or update of parent_id on unit
  for each row execute function app.place_unit();

create function app.carry_children() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if new.path <> old.path then
    update unit set path = new.path || substr(path, length(old.path) + 1)
      where path > old.path and path < left(old.path, -1) || '/';
  end if;
  return null;
end
$$;
create trigger carry_children after update of parent_id on unit
  for each row execute function app.carry_children();

-- Rows of a unit's data name the unit; its path is filled in here, so no caller has to know it.
create function app.fill_path() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  select path into new.unit_path from unit where id = new.unit_id;
  return new;
end
$$;

-- Other spellings of a login, and names a unit had before.
create table unit_alias (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  kind text not null check (kind in ('login', 'former-name')),
  value text not null check (value <> ''),
  valid_to date,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (unit_id, kind, value)
);
create trigger fill_path before insert or update of unit_id on unit_alias
  for each row execute function app.fill_path();
create index unit_alias_value on unit_alias (kind, lower(value));
create index unit_alias_path on unit_alias (unit_path);

alter table unit enable row level security;
-- Says what app.in_scope says, with the settings read once for a statement («select» makes them so) and not for each of
-- sixteen thousand rows. Larger tables keep app.in_scope: there the planner must know how much of the table is in reach.
create policy own_and_below on unit
  using (path >= (select app.scope()) and path < (select app.scope_end()))
  with check (app.in_scope(path));
-- The way up to the root is known to everybody who stands on it: a school knows its municipality and its region.
create policy way_up on unit for select using (starts_with((select app.scope()), path));
alter table unit_alias enable row level security;
create policy own_and_below on unit_alias using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));

grant select, insert, update on unit to objektiv_app;
grant select, insert, update, delete on unit_alias to objektiv_app;

-- The root stands from the first moment; its name is given when the first administrator arrives.
insert into unit (kind, name) values ('region', 'Регион');

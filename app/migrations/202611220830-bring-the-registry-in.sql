-- The login as the registry spells it now; other spellings, and logins a school had before, are aliases.
alter table unit add column login text;
alter table unit add check (login is null or (kind = 'school' and right(login, 6) = digits));

-- Names in the order people expect, the same on every server whatever its locale: without case, ё beside е,
-- «Школа № 2» before «Школа № 10».
create function app.sort_key(name text) returns text language sql immutable strict parallel safe
  as $$
    select regexp_replace(
      regexp_replace(translate(lower(name), 'ё«»"„“', 'е'), '(\d+)', '00000000\1', 'g'),
      '\d*(\d{9})', '\1', 'g') collate "C"
  $$;

-- Text as it is searched in: lower case, ё as е, punctuation as spaces. territory/fold.ts does the same to a query.
create function app.fold(words text) returns text language sql immutable parallel safe
  as $$ select ' ' || translate(lower(coalesce(words, '')), 'ё«»"„“”''№.,;:()[]-–—/\_', rpad('е', 23)) || ' ' $$;

-- Worked out when a unit is written, not each time somebody looks for it.
alter table unit add column sort_key text collate "C" not null generated always as (app.sort_key(name)) stored;
alter table unit add column search_text text not null generated always as (app.fold(
  name || ' ' || coalesce(short_name, '') || ' ' || coalesce(code, '') || ' ' || coalesce(login, ''))) stored;
alter table unit_alias add column search_text text not null generated always as (app.fold(value)) stored;

create index unit_order on unit (kind, sort_key, id) where withdrawn_at is null;
-- Nineteen units of twenty are classes; lists and the search are about the others.
create index unit_places on unit (sort_key, id) where kind <> 'class' and withdrawn_at is null;
create index unit_places_path on unit (path) where kind <> 'class' and withdrawn_at is null;
create index unit_successor on unit (successor_id) where successor_id is not null;
-- Logins of the past whose digits differ from today's.
create index unit_alias_digits on unit_alias (right(value, 6)) where kind = 'login';

-- A registry file that was checked, carried out, or put back. `plan` is the difference shown to the person, `done` what
-- the commit did to which version of which unit, so that it can be put back exactly.
create table registry_import (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'checked' check (state in ('checked', 'committed', 'undone')),
  checked_by text,
  checked_at timestamptz not null default now(),
  committed_at timestamptz,
  undone_at timestamptz,
  problems jsonb not null,
  remarks jsonb not null,
  plan jsonb not null,
  done jsonb,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create trigger fill_path before insert or update of unit_id on registry_import
  for each row execute function app.fill_path();
create index registry_import_path on registry_import (unit_path, id desc);
create index registry_import_file on registry_import (sha256);
alter table registry_import enable row level security;
create policy own_and_below on registry_import using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
grant select, insert, update on registry_import to objektiv_app;
-- The difference is as long as the registry, and every unit it changed has its own line in the log.
create trigger write_audit after insert or update or delete on registry_import
  for each row execute function app.write_audit('problems', 'remarks', 'plan', 'done');

-- The log is read by period and by kind of act; two million lines are a few years of a region.
create index audit_at on audit (at desc, id desc);
create index audit_action on audit (action, at desc, id desc);

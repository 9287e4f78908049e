-- The role through which every request of a person goes. It owns nothing and sees only what policies let through.
-- On a server the login of the installation inherits it; embedded, a transaction takes it on.
do $$
begin
  if not exists (select from pg_roles where rolname = 'objektiv_app') then
    create role objektiv_app nologin;
  end if;
exception
  -- Roles belong to the whole server: another database being set up at this moment may have been quicker.
  when duplicate_object or unique_violation then null;
end
$$;

revoke create on schema public from public;

create schema app;
grant usage on schema app, public to objektiv_app;

-- Who is acting, and where: set for one transaction by app/platform/database. An empty setting is no setting, so
-- every rule built on these fails closed.
create function app.account() returns text language sql stable
  as $$ select nullif(current_setting('app.account', true), '') $$;
create function app.role() returns text language sql stable
  as $$ select nullif(current_setting('app.role', true), '') $$;
create function app.request() returns text language sql stable
  as $$ select nullif(current_setting('app.request', true), '') $$;
create function app.scope() returns text language sql stable
  as $$ select nullif(current_setting('app.unit_path', true), '') $$;

-- Where everything below the actor's unit ends: '1.5.' covers '1.5.' ≤ path < '1.5/' ('/' follows '.').
create function app.scope_end() returns text language sql stable
  as $$ select nullif(current_setting('app.unit_end', true), '') $$;

-- Is the unit at this path the actor's own or below it? Written as a range, not as starts_with, so that an index on
-- the path serves it, and right on the settings: every call of another function would be unfolded again each time a
-- statement is planned. Without a unit the end is null or empty, and no path comes before that: nothing is shown.
create function app.in_scope(path text) returns boolean language sql stable
  as $$ select path collate "C" >= current_setting('app.unit_path', true)
    and path collate "C" < current_setting('app.unit_end', true) $$;

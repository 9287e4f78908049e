-- Somebody who works here no more (152-ФЗ, ст. 21). Closed: nothing by which they signed in is kept. Anonymised: what they
-- did stays written, and who they were does not. `former_number` is the number in «Бывший сотрудник 12».
alter table person add column closed_at timestamptz;
alter table person add column former_number integer unique
  check (former_number is null or closed_at is not null);
-- Nobody comes in where nothing stands: a closed account is opened by reopening it, not by lifting the block.
alter table person add constraint closed_is_blocked check (closed_at is null or blocked_at is not null);
grant select (closed_at, former_number) on person to objektiv_app;
grant update (email) on person to objektiv_app;

-- Name and address stand beside the password too. A link on its way to an address that was wrong opens nothing more, nor
-- does whoever an identity provider knows by it; and until the new address is proved, nobody is joined to the account by
-- it. Who sits in a session signs in anew.
create function app.keep_sign_in_alike() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  update auth."user" set name = new.name, email = new.email, updated_at = now(),
      email_verified = email_verified and new.email = old.email
    where id = new.id;
  if new.email <> old.email then
    delete from auth.one_time_link where user_id = new.id and used_at is null;
    delete from auth.account where user_id = new.id and provider_id <> 'credential';
    delete from auth.session where user_id = new.id;
  end if;
  return null;
end
$$;
create trigger keep_sign_in_alike after update of name, email on person
  for each row execute function app.keep_sign_in_alike();

-- A role given while the account is being closed waits here for the closing, and is refused after it.
create function app.refuse_grant_to_closed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  closed timestamptz;
begin
  select closed_at into closed from person where id = new.person_id for no key update;
  if closed is not null then
    raise exception 'the account is closed' using errcode = 'OB002';
  end if;
  return new;
end
$$;
create trigger refuse_closed before insert on role_grant
  for each row when (new.revoked_at is null) execute function app.refuse_grant_to_closed();

-- Did all the roles a person ever held lie in the actor's reach? Of somebody whose roles have all ended nobody else can
-- answer for them; whoever served elsewhere too is the region's to let go.
create function app.person_ever_within(whom text) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select coalesce(bool_and(app.in_scope(g.unit_path)), false) from role_grant g where g.person_id = whom
$$;
revoke execute on function app.person_ever_within from public;
grant execute on function app.person_ever_within to objektiv_app;

create function app.require_answerable(whom text) returns void language plpgsql stable security definer
  set search_path = public, pg_temp
as $$
begin
  if whom = app.account() or not (app.person_within(whom) or app.person_ever_within(whom)) then
    raise exception 'no such person in reach' using errcode = 'insufficient_privilege';
  end if;
end
$$;
revoke execute on function app.require_answerable from public;

-- Each answers false where the row is another than the one that was looked at.
create function app.close_account(whom text, seen integer) returns boolean language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  perform app.require_answerable(whom);
  -- Sessions go by the trigger on blocked_at.
  update person set blocked_at = coalesce(blocked_at, now()), closed_at = now(), version = version + 1
    where id = whom and version = seen and closed_at is null;
  if not found then
    return false;
  end if;
  update api_token set revoked_at = now() where person_id = whom and revoked_at is null;
  update role_grant set revoked_at = now() where person_id = whom and revoked_at is null;
  delete from auth.account where user_id = whom;
  delete from auth.two_factor where user_id = whom;
  delete from auth.used_code where user_id = whom;
  delete from auth.one_time_link where user_id = whom;
  update auth."user" set two_factor_enabled = false, image = null where id = whom;
  return true;
end
$$;
revoke execute on function app.close_account from public;
grant execute on function app.close_account to objektiv_app;

-- Somebody comes back: they get roles and a password anew.
create function app.reopen_account(whom text, seen integer) returns boolean language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  perform app.require_answerable(whom);
  update person set blocked_at = null, closed_at = null, version = version + 1
    where id = whom and version = seen and closed_at is not null and former_number is null;
  return found;
end
$$;
revoke execute on function app.reopen_account from public;
grant execute on function app.reopen_account to objektiv_app;

create function app.without_person(entry jsonb, kept text) returns jsonb language sql immutable
as $$
  select entry
    || case when entry ? 'name' and entry ->> 'name' <> kept then '{"name": "•"}'::jsonb else '{}' end
    || case when entry ? 'email' then '{"email": "•"}'::jsonb else '{}' end
$$;

-- The log keeps every act, its time, its role and the number of the account, which no longer leads to a name.
create function app.anonymise_person(whom text, seen integer) returns boolean language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  number integer;
  called text;
  address text;
begin
  perform app.require_answerable(whom);
  perform pg_advisory_xact_lock(hashtext('objektiv.former'));
  select coalesce(max(former_number), 0) + 1 into number from person;
  called := 'Бывший сотрудник ' || number;
  select email into address from person where id = whom;
  update person set name = called, email = 'former-' || number || '@anonymised.invalid', former_number = number,
      version = version + 1
    where id = whom and version = seen and closed_at is not null and former_number is null;
  if not found then
    return false;
  end if;
  update invitation set name = called, email = 'former-' || number || '@anonymised.invalid',
      revoked_at = case when accepted_at is null then coalesce(revoked_at, now()) else revoked_at end
    where accepted_by = whom or email = address;
  update audit a set before = app.without_person(a.before, called), after = app.without_person(a.after, called)
    where (a.subject = 'person' and a.subject_id = whom)
      or (a.subject = 'invitation' and a.subject_id in
        (select i.id::text from invitation i where i.name = called));
  return true;
end
$$;
revoke execute on function app.anonymise_person from public;
grant execute on function app.anonymise_person to objektiv_app;

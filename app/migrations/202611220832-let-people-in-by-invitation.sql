-- An invitation is a link that works once. Only the hash of its token is kept, and no request can read even that.
create table invitation (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  token_hash text not null unique,
  email text not null check (email = lower(email)),
  name text not null check (name <> ''),
  role text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  invited_by text references person (id),
  accepted_at timestamptz,
  accepted_by text references person (id),
  revoked_at timestamptz,
  check (accepted_at is null or revoked_at is null),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index invitation_path on invitation (unit_path);
create index invitation_email on invitation (email);
create trigger fill_path before insert or update of unit_id on invitation
  for each row execute function app.fill_path();

alter table invitation enable row level security;
create policy own_and_below on invitation using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
grant select (id, unit_id, unit_path, email, name, role, created_at, expires_at, invited_by, accepted_at, accepted_by,
  revoked_at) on invitation to objektiv_app;
grant insert (unit_id, token_hash, email, name, role, expires_at, invited_by) on invitation to objektiv_app;
grant update (token_hash, expires_at, invited_by, revoked_at) on invitation to objektiv_app;
create trigger write_audit after insert or update or delete on invitation
  for each row execute function app.write_audit('token_hash');

-- Could whoever invited to this place still do so? `givers` are the roles that may give the role offered. Asked of
-- people above the reader too, whose grants the reader does not see; an invitation of nobody is the system's own.
create function app.invitation_stands(inviter text, place text, givers jsonb, today date) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from unit u where u.path = place and u.withdrawn_at is null) and (inviter is null or exists (
    select from role_grant g join person p on p.id = g.person_id join unit u on u.id = g.unit_id
    where g.person_id = inviter and g.revoked_at is null and p.blocked_at is null and u.withdrawn_at is null
      and (g.valid_from is null or g.valid_from <= today) and (g.valid_to is null or g.valid_to >= today)
      and starts_with(place, g.unit_path) and givers ? g.role))
$$;
revoke execute on function app.invitation_stands from public;
grant execute on function app.invitation_stands to objektiv_app;

-- The key of an integration: acts through one grant of one person, with some of its rights, until a day. Ends with the
-- grant, with the person, or by hand.
create table api_token (
  id integer generated always as identity primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  person_id text not null references person (id),
  grant_id integer not null references role_grant (id),
  name text not null check (name <> ''),
  token_hash text not null unique,
  rights text[] not null check (cardinality(rights) > 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index api_token_person on api_token (person_id);
create index api_token_path on api_token (unit_path);
create trigger fill_path before insert or update of unit_id on api_token
  for each row execute function app.fill_path();

alter table api_token enable row level security;
create policy seen on api_token for select using (person_id = app.account() or app.in_scope(unit_path));
create policy made on api_token for insert with check (person_id = app.account() and app.in_scope(unit_path));
create policy ended on api_token for update
  using (person_id = app.account() or app.in_scope(unit_path))
  with check (person_id = app.account() or app.in_scope(unit_path));
grant select (id, unit_id, unit_path, person_id, grant_id, name, rights, created_at, expires_at, last_used_at,
  revoked_at) on api_token to objektiv_app;
grant insert (unit_id, person_id, grant_id, name, token_hash, rights, expires_at) on api_token to objektiv_app;
grant update (revoked_at) on api_token to objektiv_app;
create trigger write_audit after insert or delete or update of name, rights, expires_at, revoked_at on api_token
  for each row execute function app.write_audit('token_hash');

-- What an administrator decides for the whole installation.
create table setting (
  id text primary key,
  unit_id integer not null,
  unit_path text collate "C" not null,
  value jsonb not null,
  version integer not null default 1,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create trigger fill_path before insert or update of unit_id on setting
  for each row execute function app.fill_path();
alter table setting enable row level security;
create policy known on setting for select using (starts_with(app.scope(), unit_path));
create policy decided on setting for update
  using (app.in_scope(unit_path)) with check (app.in_scope(unit_path));
grant select on setting to objektiv_app;
grant update (value, version) on setting to objektiv_app;
insert into setting (id, unit_id, value) select 'second-factor-roles', id, '["administrator", "analyst"]'
  from unit where parent_id is null;
create trigger write_audit after insert or update or delete on setting
  for each row execute function app.write_audit();

-- Through which grant a new password was offered. Whoever follows the link takes over the account, so what was asked
-- when it was made is asked again then: the person may have risen since, and whoever offered it may have left.
alter table auth.one_time_link add offered_through integer references role_grant (id),
  add check ((purpose = 'reset') = (offered_through is not null));

-- A way back in for a person whose every grant lies in the actor's reach. The link itself stays out of the log.
create function app.offer_reset(
  whom text, token_hash text, expires_at timestamptz, drop_second_factor boolean, through integer
) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not app.person_within(whom) or not exists (
    select from role_grant g where g.id = through and g.person_id = app.account() and g.revoked_at is null
  ) then
    raise exception 'not in reach' using errcode = 'insufficient_privilege';
  end if;
  update auth.one_time_link l set used_at = now() where l.user_id = whom and l.used_at is null;
  insert into auth.one_time_link (token_hash, purpose, user_id, drop_second_factor, expires_at, offered_through)
    values (offer_reset.token_hash, 'reset', whom, offer_reset.drop_second_factor, offer_reset.expires_at, through);
  perform app.add_audit('person', whom, 'password.reset-offered', (select unit_id from person where id = whom),
    null, jsonb_build_object('drop_second_factor', offer_reset.drop_second_factor, 'expires_at', offer_reset.expires_at));
end
$$;
revoke execute on function app.offer_reset from public;
grant execute on function app.offer_reset to objektiv_app;

-- What signing in needs: the tables of the account library (its names, in snake case) and a few of our own. The plain
-- role cannot enter this schema: no request of a person can read a password's hash or a session, whatever its SQL.
create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.session (
  id text primary key,
  -- Half of the cookie: the other half is a signature with the installation's secret, kept outside the database.
  token text not null unique,
  user_id text not null references auth."user" (id) on delete cascade,
  -- The end that use does not put off; `updated_at` is when it was last used.
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  -- When this session showed a second factor; null until then.
  second_factor_at timestamptz
);
create index session_of_user on auth.session (user_id);
create index session_end on auth.session (expires_at);

create table auth.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_of_user on auth.account (user_id);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth.two_factor (
  id text primary key,
  user_id text not null unique references auth."user" (id) on delete cascade,
  -- Both encrypted with the installation's secret.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- A code of an authenticator lives 30 seconds or so, and is good for one sign-in.
create table auth.used_code (
  user_id text not null references auth."user" (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz not null default now(),
  primary key (user_id, code_hash)
);

-- Failed attempts by whom they were aimed at and whence they came: growing delays, kept across restarts.
create table auth.attempt (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index attempt_last on auth.attempt (last_at);

-- Links that work once: the first administrator's, and those that replace a lost password.
create table auth.one_time_link (
  id integer generated always as identity primary key,
  token_hash text not null unique,
  purpose text not null check (purpose in ('setup', 'reset')),
  user_id text references auth."user" (id) on delete cascade,
  drop_second_factor boolean not null default false,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'reset') = (user_id is not null))
);

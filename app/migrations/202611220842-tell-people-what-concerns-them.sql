-- The post is the system's business: the plain role cannot enter this schema.
create schema post;

-- A letter of notices to one person. No address and no words in it: both are found when it is written.
create table post.letter (
  id integer generated always as identity primary key,
  account_id text not null,
  -- The one digest of a local date; null for a letter sent at once.
  digest_date date,
  created_at timestamptz not null,
  -- The moment the mail server is first spoken to. A letter begun and never ended may have arrived, so it is not
  -- repeated; what it told, and nobody has read, goes into the next day's digest.
  begun_at timestamptz,
  sent_at timestamptz,
  -- Refused for certain: tried again later.
  attempts integer not null default 0,
  retry_at timestamptz,
  given_up_at timestamptz,
  unique (account_id, digest_date)
);
create index letter_open on post.letter (id) where sent_at is null and given_up_at is null;

create table notice (
  id integer generated always as identity primary key,
  -- The unit the matter is about: one that both the teller and the told have in reach.
  unit_id integer not null,
  unit_path text collate "C" not null,
  account_id text not null,
  kind text not null,
  params jsonb not null default '{}',
  -- Path inside the application, '/plans/5'.
  link text check (link ~ '^/[^/\\]' or link = '/'),
  -- Where set, the same thing is told once.
  once_key text,
  created_at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  -- Too urgent for the digest. Cleared when its own letter may or may not have arrived: then the digest tells it.
  at_once boolean not null default false,
  letter_id integer references post.letter (id),
  mailed_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  unique (account_id, kind, once_key)
);
create trigger fill_path before insert or update of unit_id on notice
  for each row execute function app.fill_path();
create index notice_account on notice (account_id, id desc);
create index notice_unread on notice (account_id) where read_at is null;
create index notice_unmailed on notice (account_id)
  where read_at is null and mailed_at is null and letter_id is null;
create index notice_letter on notice (letter_id) where mailed_at is null;
create index notice_path on notice (unit_path);

alter table notice enable row level security;
create policy own on notice for select using (app.in_scope(unit_path) and account_id = app.account());
create policy own_read on notice for update
  using (app.in_scope(unit_path) and account_id = app.account())
  with check (app.in_scope(unit_path) and account_id = app.account());
-- Anybody may tell somebody about a unit in their own reach; they cannot read what others were told.
create policy tell on notice for insert with check (app.in_scope(unit_path));
grant select on notice to objektiv_app;
grant insert (unit_id, unit_path, account_id, kind, params, link, once_key, at_once) on notice to objektiv_app;
grant update (read_at) on notice to objektiv_app;

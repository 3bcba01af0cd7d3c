-- The journal. `body` is the whole entry, as JSON. It is text, because JSON may hold a \u0000 that
-- PostgreSQL's own JSON types do not take. `position` orders the entries of all runs; the fence is
-- that a run has each sequence once.
create table entry (
  position bigint generated always as identity primary key,
  run text not null,
  sequence bigint not null check (sequence > 0),
  body text not null,
  unique (run, sequence)
);

create index run_start on entry (position) where sequence = 1;

-- Documents by the fingerprint of their request, across runs.
create table document (
  fingerprint text primary key,
  contract text not null,
  origin text not null,
  findings text not null,
  content text not null
);

-- The current document of each subject, and what its writer saw of each child.
create table assignment (
  subject text primary key,
  fingerprint text not null,
  run text not null,
  lineage text not null
);

-- Who works on the runs of this state: one row, or none. `token` is new each time the lease is taken;
-- the owner lives as long as `until` moves on.
create table lease (
  scope text primary key check (scope = 'runs'),
  token uuid not null,
  host text not null,
  pid bigint not null,
  since timestamptz not null,
  until timestamptz not null
);

-- The journal. `body` is the whole entry; `kind` and `at` are drawn from it, for people. `position`
-- orders the entries of all runs; the fence is that a run has each sequence once.
create table entry (
  position integer primary key,
  run text not null,
  sequence integer not null check (sequence > 0),
  kind text generated always as (body ->> 'entry') virtual,
  at text generated always as (body ->> 'at') virtual,
  body text not null,
  unique (run, sequence)
) strict;

create index run_start on entry (position) where sequence = 1;

-- Documents by the fingerprint of their request, across runs.
create table document (
  fingerprint text primary key,
  contract text not null,
  written_at text generated always as (origin ->> 'writtenAt') virtual,
  origin text not null,
  findings text not null,
  content text not null
) strict;

-- The current document of each subject, and what its writer saw of each child.
create table assignment (
  subject text primary key,
  fingerprint text not null,
  run text not null,
  lineage text not null
) strict;

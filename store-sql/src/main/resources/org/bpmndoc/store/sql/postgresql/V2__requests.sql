-- What was sent for each document, by the same fingerprint: the block of facts whole, of instructions
-- and schema the SHA-256. Documents from before have none.
create table request (
  fingerprint text primary key,
  contract text not null,
  model text not null,
  language text not null,
  instructions text not null,
  answer_schema text not null,
  answer_tokens_max integer not null,
  facts text not null
);

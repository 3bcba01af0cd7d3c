-- What documents said before something else took their place, oldest first.
create table earlier_document (
  position bigint generated always as identity primary key,
  fingerprint text not null,
  contract text not null,
  origin text not null,
  findings text not null,
  content text not null
);

create index earlier_of on earlier_document (fingerprint, position);

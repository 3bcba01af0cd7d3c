-- What documents said before something else took their place, oldest first.
create table earlier_document (
  position integer primary key,
  fingerprint text not null,
  contract text not null,
  origin text not null,
  findings text not null,
  content text not null
) strict;

create index earlier_of on earlier_document (fingerprint, position);

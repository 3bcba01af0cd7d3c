create table later_table (name text primary key);

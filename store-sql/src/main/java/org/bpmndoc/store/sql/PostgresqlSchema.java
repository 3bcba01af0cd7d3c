package org.bpmndoc.store.sql;

import java.util.Optional;
import org.bpmndoc.store.sql.StateException.Kind;
import org.jdbi.v3.core.Handle;

/// The tables, and which version of them a PostgreSQL schema has. The schema is the first one on
/// the connection's search path, as `currentSchema` in the URL puts it there.
record PostgresqlSchema(Migrations migrations, String where) {

  private static final String TABLES =
      """
      select table_name = 'flyway_schema_history' from information_schema.tables
      where table_schema = current_schema() order by 1 desc limit 1
      """;

  /// Makes the schema that the URL names, where there is none. What the server puts on the path by
  /// itself begins with `"$user"`.
  private static final String CREATE =
      """
      do $$ begin
        if current_schema() is null and current_setting('search_path') not like '"$%' then
          execute format('create schema if not exists %I',
            trim(both ' "' from split_part(current_setting('search_path'), ',', 1)));
        end if;
      exception when duplicate_schema or unique_violation then
        null; -- another process was first
      end $$
      """;

  void create(Handle handle) {
    handle.execute(CREATE);
  }

  /// The version of the tables; 0 where there are none yet.
  int version(Handle handle) {
    Optional<Boolean> ours = handle.createQuery(TABLES).mapTo(Boolean.class).findOne();
    if (ours.isEmpty()) {
      return 0;
    }
    if (!ours.get()) {
      throw new StateException(
          Kind.NOT_A_STATE,
          where + " has tables of another program in this schema",
          "name a schema that is empty or not there yet, with ?currentSchema=NAME in the URL");
    }
    return migrations.refuseNewer(
        handle.createQuery(Migrations.VERSION).mapTo(Integer.class).one(), where);
  }

  boolean isOld(int version) {
    return version < migrations.newest();
  }
}

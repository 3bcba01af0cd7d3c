package org.bpmndoc.store.sql;

import java.util.List;
import javax.sql.DataSource;
import org.bpmndoc.store.sql.StateException.Kind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The steps that lead from no tables to those of version `newest`. Flyway is slow to start, so it
/// is asked only when there is something to do.
record Migrations(int newest, List<String> locations) {

  private static final String FOLDER = "classpath:org/bpmndoc/store/sql/";

  static final Migrations SQLITE = new Migrations(3, List.of(FOLDER + "sqlite"));
  static final Migrations POSTGRESQL = new Migrations(3, List.of(FOLDER + "postgresql"));

  /// Which version a database has, by the table that Flyway keeps.
  static final String VERSION =
      "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success";

  /// Refuses tables that a newer bpmndoc has made.
  int refuseNewer(int version, String where) {
    if (version > newest) {
      throw new StateException(
          Kind.NEWER,
          "%s was written by a newer bpmndoc: its schema is version %d, this bpmndoc knows %d"
              .formatted(where, version, newest),
          "use that newer bpmndoc, or name another state with --state");
    }
    return version;
  }

  void migrate(DataSource source, SqlErrors errors) {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(source)
          .loggers("slf4j")
          .locations(locations.toArray(String[]::new))
          .target(String.valueOf(newest))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw errors.explained(e);
    }
  }
}

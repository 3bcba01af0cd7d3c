package org.bpmndoc.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bpmndoc.store.sql.StateException.Kind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/// The tables, and which version of them a file has. Flyway is slow to start, so it is asked only
/// when there is something to do.
final class SqliteSchema {

  /// The newest migration beside this class.
  static final int VERSION = 1;

  private static final String TABLES = "select count(*) from sqlite_schema";
  private static final String HISTORY =
      "select count(*) from sqlite_schema where name = 'flyway_schema_history'";
  private static final String NEWEST =
      "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success";

  private final SqliteFile file;

  SqliteSchema(SqliteFile file) {
    this.file = file;
  }

  /// The version of the file's tables; 0 where it has none yet.
  int version(Connection connection) throws SQLException {
    if (number(connection, HISTORY) == 1) {
      return refuseNewer(number(connection, NEWEST));
    }
    if (number(connection, TABLES) > 0) {
      throw new StateException(
          Kind.NOT_A_STATE,
          file.path() + " is a database of another program",
          "move the file away, or name another folder with --state");
    }
    return 0;
  }

  private int refuseNewer(int version) {
    if (version > VERSION) {
      throw new StateException(
          Kind.NEWER,
          "%s was written by a newer bpmndoc: its schema is version %d, this bpmndoc knows %d"
              .formatted(file.path(), version, VERSION),
          "use that newer bpmndoc, or name another folder with --state");
    }
    return version;
  }

  /// Brings the file's tables to [#VERSION]. Only one process at a time may do so.
  void migrate() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(file.url());
    try {
      Flyway.configure(SqliteSchema.class.getClassLoader())
          .dataSource(source)
          .loggers("slf4j")
          .locations("classpath:org/bpmndoc/store/sql/sqlite")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SqliteErrors(file.path()).explained(e);
    }
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}

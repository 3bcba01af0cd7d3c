package org.bpmndoc.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bpmndoc.store.sql.StateException.Kind;
import org.sqlite.SQLiteDataSource;

/// The tables, and which version of them a file has.
final class SqliteSchema {

  private static final String TABLES = "select count(*) from sqlite_schema";
  private static final String HISTORY =
      "select count(*) from sqlite_schema where name = 'flyway_schema_history'";
  private final SqliteFile file;
  private final Migrations migrations;

  SqliteSchema(SqliteFile file, Migrations migrations) {
    this.file = file;
    this.migrations = migrations;
  }

  /// The version of the file's tables; 0 where it has none yet.
  int version(Connection connection) throws SQLException {
    if (number(connection, HISTORY) == 1) {
      return migrations.refuseNewer(number(connection, Migrations.VERSION), file.path().toString());
    }
    if (number(connection, TABLES) > 0) {
      throw new StateException(
          Kind.NOT_A_STATE,
          file.path() + " is a database of another program",
          "move the file away, or name another folder with --state");
    }
    return 0;
  }

  boolean isOld(int version) {
    return version < migrations.newest();
  }

  /// Brings the file's tables to the newest version. Only one process at a time may do so.
  void migrate() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(file.url());
    migrations.migrate(source, new SqliteErrors(file.path()));
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}

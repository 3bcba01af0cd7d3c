package org.bpmndoc.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Reaches into the file behind a state.
final class SqliteFiles {

  private SqliteFiles() {}

  static void execute(Path folder, String sql) throws SQLException {
    try (Connection connection = connect(folder)) {
      execute(connection, sql);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String text(Path folder, String query) throws SQLException {
    try (Connection connection = connect(folder);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return String.valueOf(rows.getString(1));
    }
  }

  static Connection connect(Path folder) throws SQLException {
    return new SqliteFile(new StateFolder(folder).database()).connect();
  }
}

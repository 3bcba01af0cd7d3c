package org.bpmndoc.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// Opens connections to a SQLite file. What is committed has reached the disk; a transaction claims
/// the right to write when it begins, so that it never has to give up half way.
record SqliteFile(Path path) {

  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

  /// As a URI, so that no character of a folder's name is taken for an option.
  String url() {
    return "jdbc:sqlite:" + path.toUri();
  }

  Connection connect() throws SQLException {
    NativeLibrary.load();
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    Connection connection = config.createConnection(url());
    try {
      distrust(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// The file may have come with a landscape from anywhere: nothing written in its schema may do
  /// more than read and compute.
  private static void distrust(Connection connection) throws SQLException {
    execute(connection, "pragma trusted_schema = off");
  }

  /// From here on the connection only reads.
  static void onlyRead(Connection connection) throws SQLException {
    execute(connection, "pragma query_only = on");
  }

  private static void execute(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(pragma);
    }
  }
}

package org.bpmndoc.store.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL server, started once for all tests and ended with their process.
final class Postgres {

  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The address of a schema that does not exist yet.
  static StateAddress.Server freshSchema() {
    return address(url() + "&currentSchema=state_" + SCHEMAS.incrementAndGet());
  }

  static StateAddress.Server address(String url) {
    return (StateAddress.Server) StateAddress.parse(url, Map.of());
  }

  static String url() {
    return SERVER.getJdbcUrl("postgres", "postgres");
  }

  static void execute(StateAddress.Server address, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address.url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

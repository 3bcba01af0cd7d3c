package org.bpmndoc.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.bpmndoc.store.sql.StateException.Kind;
import org.postgresql.Driver;

/// Opens connections to a PostgreSQL server. A run is hours long and mostly silent: the pool finds
/// out about a connection that was cut before it is used.
record PostgresqlServer(StateAddress.Server address) {

  /// The loop, and beside it the heartbeat; Flyway wants a few for itself.
  private static final int CONNECTIONS_MAX = 4;

  private static final String SOCKET_TIMEOUT_SECONDS = "60";

  /// In a transaction, a long journal is read in pieces.
  private static final String ROWS_AT_A_TIME = "1000";

  /// What is committed has reached the disk, even where the server's own rule is not to wait for
  /// it.
  private static final String DURABLE =
      """
      select set_config('synchronous_commit', 'on', false)
      where current_setting('synchronous_commit') = 'off'
      """;

  HikariDataSource connect(boolean writing) {
    refuseWhatIsNoAddress();
    HikariConfig config = new HikariConfig();
    config.setPoolName("bpmndoc");
    config.setJdbcUrl(address.url());
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    config.setMaximumPoolSize(CONNECTIONS_MAX);
    config.setMinimumIdle(1);
    config.setReadOnly(!writing);
    config.addDataSourceProperty("defaultRowFetchSize", ROWS_AT_A_TIME);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql(DURABLE);
    config.addDataSourceProperty("ApplicationName", "bpmndoc");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
    return new HikariDataSource(config);
  }

  private void refuseWhatIsNoAddress() {
    if (Driver.parseURL(address.url(), null) == null) {
      throw new StateException(
          Kind.ADDRESS,
          address + " is no address that the PostgreSQL driver understands",
          "write jdbc:postgresql://HOST:PORT/DATABASE?currentSchema=NAME, or name a service that is"
              + " in your service file");
    }
  }
}

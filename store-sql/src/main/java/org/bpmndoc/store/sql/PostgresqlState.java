package org.bpmndoc.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;
import org.jdbi.v3.core.Handle;

/// The state in a schema of a PostgreSQL server, for several people or machines. Who works on its
/// runs has a lease, on the one clock that they all share: the server's.
final class PostgresqlState implements State {

  private static final Function<Handle, Instant> SERVER_CLOCK =
      handle -> handle.createQuery("select clock_timestamp()").mapTo(Instant.class).one();

  private final StateAddress.Server address;
  private final HikariDataSource pool;
  private final Function<Handle, Instant> clock;
  private final Journal journal;
  private final DocumentStore documents;
  private final Housekeeping housekeeping;
  private volatile Fence fence = Fence.OPEN;

  private PostgresqlState(
      StateAddress.Server address, HikariDataSource pool, Function<Handle, Instant> clock) {
    this.address = address;
    this.pool = pool;
    this.clock = clock;
    Database database = database(address, pool);
    this.journal = new SqlJournal(database, currentFence());
    this.documents = new SqlDocumentStore(database, currentFence());
    this.housekeeping = Housekeeping.ofServer(database, currentFence());
  }

  private Fence currentFence() {
    return new Fence() {
      @Override
      public void pass(Handle handle) {
        fence.pass(handle);
      }

      @Override
      public void passToCreate(Handle handle) {
        fence.passToCreate(handle);
      }
    };
  }

  private static Database database(StateAddress.Server address, HikariDataSource pool) {
    return Database.postgresql(pool, new PostgresqlErrors(address.toString()));
  }

  static PostgresqlState open(StateAddress.Server address) {
    return open(address, Migrations.POSTGRESQL, SERVER_CLOCK);
  }

  static PostgresqlState open(
      StateAddress.Server address, Migrations migrations, Function<Handle, Instant> clock) {
    return connect(address, migrations, clock, true).orElseThrow();
  }

  static Optional<PostgresqlState> openExisting(StateAddress.Server address) {
    return connect(address, Migrations.POSTGRESQL, SERVER_CLOCK, false);
  }

  /// Empty where there are no tables and none may be made.
  private static Optional<PostgresqlState> connect(
      StateAddress.Server address,
      Migrations migrations,
      Function<Handle, Instant> clock,
      boolean writing) {
    PostgresqlSchema schema = new PostgresqlSchema(migrations, address.toString());
    HikariDataSource pool = pool(address, writing);
    boolean ready = false;
    try {
      Database database = database(address, pool);
      int version = database.read(schema::version);
      if (schema.isOld(version) && (writing || version > 0)) {
        migrate(address, schema);
        version = migrations.newest();
      }
      ready = version > 0;
      return ready ? Optional.of(new PostgresqlState(address, pool, clock)) : Optional.empty();
    } finally {
      if (!ready) {
        pool.close();
      }
    }
  }

  /// Flyway lets one process at a time do so.
  private static void migrate(StateAddress.Server address, PostgresqlSchema schema) {
    try (HikariDataSource pool = pool(address, true)) {
      database(address, pool).write(schema::create);
      schema.migrations().migrate(pool, new PostgresqlErrors(address.toString()));
    }
  }

  private static HikariDataSource pool(StateAddress.Server address, boolean writing) {
    try {
      return new PostgresqlServer(address).connect(writing);
    } catch (PoolInitializationException e) {
      throw new PostgresqlErrors(address.toString()).explained(e);
    }
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public DocumentStore documents() {
    return documents;
  }

  @Override
  public Housekeeping housekeeping() {
    return housekeeping;
  }

  /// From now on whatever is written is written only while the lease is held.
  @Override
  public LeaseHold hold(LeaseTerms terms) {
    LeaseHold hold = LeaseHold.take(database(address, pool), clock, terms, address.toString());
    fence = hold;
    return hold;
  }

  @Override
  public Optional<String> worker() {
    return LeaseHold.worker(database(address, pool), clock);
  }

  @Override
  public void close() {
    pool.close();
  }
}

package org.bpmndoc.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// A database, used by one thread at a time. A failure comes out as what it means.
final class Database {

  private final Jdbi jdbi;
  private final SqlErrors errors;
  private final boolean readsInTransactions;
  private final ReentrantLock lock = new ReentrantLock();

  private Database(Jdbi jdbi, SqlErrors errors, boolean readsInTransactions) {
    this.jdbi = jdbi;
    this.errors = errors;
    this.readsInTransactions = readsInTransactions;
  }

  /// On SQLite a transaction claims the right to write: whoever only reads does without.
  static Database sqlite(Connection connection, SqlErrors errors) {
    return new Database(Jdbi.create(connection), errors, false);
  }

  /// PostgreSQL's driver holds all rows at once, except in a transaction.
  static Database postgresql(DataSource source, SqlErrors errors) {
    return new Database(Jdbi.create(source), errors, true);
  }

  <T> T read(Function<Handle, T> query) {
    return readsInTransactions ? decide(query) : alone(() -> jdbi.withHandle(query::apply));
  }

  /// Makes changes in one transaction: all of them, durable when this returns, or none.
  void write(Consumer<Handle> changes) {
    boolean _ =
        decide(handle -> {
          changes.accept(handle);
          return true;
        });
  }

  /// Reads and makes changes likewise.
  <T> T decide(Function<Handle, T> changes) {
    return alone(() -> jdbi.inTransaction(changes::apply));
  }

  /// Makes changes likewise. Where a key is taken, fails with what `taken` makes of that.
  void write(Consumer<Handle> changes, Function<SQLException, RuntimeException> taken) {
    try {
      write(changes);
    } catch (JdbiException e) {
      Optional<SQLException> clash = SqlErrors.cause(e).filter(errors::isTaken);
      throw clash.map(taken).orElse(e);
    }
  }

  private <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } catch (JdbiException e) {
      throw errors.explained(e);
    } finally {
      lock.unlock();
    }
  }
}

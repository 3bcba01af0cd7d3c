package org.bpmndoc.store.sql;

/// The right to work on a state's runs, held by at most one process until it is closed. On SQLite
/// it is a lock of the operating system, on PostgreSQL a lease.
public sealed interface Hold extends AutoCloseable permits StateLock, LeaseHold {

  @Override
  void close();
}

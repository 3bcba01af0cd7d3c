package org.bpmndoc.store.sql;

import java.sql.SQLException;
import java.time.Instant;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;
import org.junit.jupiter.api.AfterEach;

class PostgresqlContractsTest implements JournalContract, DocumentStoreContract, StateContract {

  private final StateAddress.Server address = Postgres.freshSchema();
  private final State state = State.open(address);

  @AfterEach
  void close() {
    state.close();
  }

  @Override
  public Journal journal() {
    return state.journal();
  }

  @Override
  public DocumentStore documents() {
    return state.documents();
  }

  @Override
  public StateAddress address() {
    return address;
  }

  @Override
  public StateAddress emptyAddress() {
    return Postgres.freshSchema();
  }

  @Override
  public State openWithLaterMigrations() {
    return PostgresqlState.open(
        address, StateContract.later(Migrations.POSTGRESQL), _ -> Instant.now());
  }

  @Override
  public State openAsOf(StateAddress address, int version) {
    return PostgresqlState.open(
        (StateAddress.Server) address,
        StateContract.asOf(Migrations.POSTGRESQL, version),
        _ -> Instant.now());
  }

  @Override
  public void execute(String sql) throws SQLException {
    Postgres.execute(address, sql);
  }
}

package org.bpmndoc.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// The table `lease`. Whoever changes the row says what it must have been: of two that saw the
/// same, one is told that it was late.
final class LeaseTable {

  private static final String TAKE =
      """
      insert into lease (scope, token, host, pid, since, until)
      values ('runs', :token, :host, :pid, :since, :until)
      on conflict (scope) do nothing
      """;

  private static final String TAKE_OVER =
      """
      update lease set token = :token, host = :host, pid = :pid, since = :since, until = :until
      where token = :seenToken and until = :seenUntil
      """;

  private static final String EXTEND =
      "update lease set until = greatest(until, :until) where token = :token";

  /// Keeps others from taking over until the transaction ends.
  private static final String PIN = "select 1 from lease where token = :token for share";

  private LeaseTable() {}

  static Optional<Lease> read(Handle handle) {
    return handle
        .createQuery("select token, host, pid, since, until from lease")
        .map((row, _) -> lease(row))
        .findOne();
  }

  private static Lease lease(ResultSet row) throws SQLException {
    return new Lease(
        row.getObject("token", UUID.class),
        row.getString("host"),
        row.getLong("pid"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getObject("until", OffsetDateTime.class).toInstant());
  }

  /// False where somebody has it.
  static boolean take(Handle handle, Lease mine) {
    return bind(handle.createUpdate(TAKE), mine).execute() == 1;
  }

  /// False where it is not as it was seen any more.
  static boolean takeOver(Handle handle, Lease seen, Lease mine) {
    return bind(handle.createUpdate(TAKE_OVER), mine)
            .bind("seenToken", seen.token())
            .bind("seenUntil", utc(seen.until()))
            .execute()
        == 1;
  }

  private static Update bind(Update update, Lease lease) {
    return update
        .bind("token", lease.token())
        .bind("host", lease.host())
        .bind("pid", lease.pid())
        .bind("since", utc(lease.since()))
        .bind("until", utc(lease.until()));
  }

  /// Never makes it shorter. False where it was lost.
  static boolean extend(Handle handle, UUID token, Instant until) {
    return handle.createUpdate(EXTEND).bind("token", token).bind("until", utc(until)).execute()
        == 1;
  }

  /// False where it was lost; else it cannot get lost in this transaction.
  static boolean pin(Handle handle, UUID token) {
    return handle.createQuery(PIN).bind("token", token).mapTo(Integer.class).findOne().isPresent();
  }

  static void release(Handle handle, UUID token) {
    handle.createUpdate("delete from lease where token = :token").bind("token", token).execute();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

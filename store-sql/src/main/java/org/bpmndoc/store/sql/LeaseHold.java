package org.bpmndoc.store.sql;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.store.sql.StateException.Kind;
import org.jdbi.v3.core.Handle;

/// The right to work on the runs of a state on PostgreSQL: a lease that is extended by a heartbeat,
/// and by each intent to create a batch for as long as that may take. Who has lost it cannot write.
final class LeaseHold implements Hold, Fence {

  private final Database database;
  private final Function<Handle, Instant> clock;
  private final LeaseTerms terms;
  private final Lease lease;
  private final String where;
  private final Heartbeat heartbeat;

  private LeaseHold(
      Database database,
      Function<Handle, Instant> clock,
      LeaseTerms terms,
      Lease lease,
      String where) {
    this.database = database;
    this.clock = clock;
    this.terms = terms;
    this.lease = lease;
    this.where = where;
    this.heartbeat = Heartbeat.every(terms.heartbeat(), this::beat);
  }

  /// Takes the lease where nobody has it, or takes over one that has been dead for long enough.
  static LeaseHold take(
      Database database, Function<Handle, Instant> clock, LeaseTerms terms, String where) {
    Lease taken =
        database.decide(handle -> {
          Instant now = clock.apply(handle);
          Lease mine = Lease.ofThisProcess(now, terms.until(now));
          Optional<Lease> seen = LeaseTable.read(handle);
          boolean isMine =
              seen.isEmpty()
                  ? LeaseTable.take(handle, mine)
                  : isFree(seen.get(), now, terms) && LeaseTable.takeOver(handle, seen.get(), mine);
          if (!isMine) {
            throw inUse(where, LeaseTable.read(handle), now, terms);
          }
          return mine;
        });
    return new LeaseHold(database, clock, terms, taken, where);
  }

  private static boolean isFree(Lease seen, Instant now, LeaseTerms terms) {
    return !now.isBefore(terms.freeFrom(seen.until()));
  }

  /// Who has the lease, also where there has been no sign of life for too long.
  static Optional<String> worker(Database database, Function<Handle, Instant> clock) {
    return database.read(handle -> {
      Instant now = clock.apply(handle);
      return LeaseTable.read(handle)
          .map(lease -> lease + (now.isAfter(lease.until()) ? silence(lease) : ""));
    });
  }

  private static StateException inUse(
      String where, Optional<Lease> holder, Instant now, LeaseTerms terms) {
    String who = holder.map(Lease::toString).orElse("another process");
    Optional<Lease> silent = holder.filter(lease -> now.isAfter(lease.until()));
    return new StateException(
        Kind.IN_USE,
        where + " is being worked on by " + who + silent.map(lease -> silence(lease)).orElse(""),
        silent
            .map(lease ->
                "if it is dead, what it sent last may still arrive: from "
                    + terms.freeFrom(lease.until())
                    + " on its work is taken over")
            .orElse("wait for that process, or end it: the run can be resumed"));
  }

  private static String silence(Lease lease) {
    return ", which has given no sign of life in time (its lease ended " + lease.until() + ")";
  }

  @Override
  public void pass(Handle handle) {
    if (!LeaseTable.pin(handle, lease.token())) {
      throw lost(handle);
    }
  }

  @Override
  public void passToCreate(Handle handle) {
    if (!LeaseTable.extend(handle, lease.token(), terms.untilCreated(clock.apply(handle)))) {
      throw lost(handle);
    }
  }

  private StateException lost(Handle handle) {
    return new StateException(
        Kind.LOST,
        "%s: this process gave no sign of life for too long and lost its work to %s; it stops here"
            .formatted(
                where, LeaseTable.read(handle).map(Lease::toString).orElse("another process")),
        "bpmndoc status shows how the run stands; nothing that was stored is lost");
  }

  /// A sign of life. A lease that was lost is noticed by the next change.
  void beat() {
    boolean _ =
        database.decide(
            handle -> LeaseTable.extend(handle, lease.token(), terms.until(clock.apply(handle))));
  }

  @Override
  public void close() {
    heartbeat.close();
    database.write(handle -> LeaseTable.release(handle, lease.token()));
  }
}

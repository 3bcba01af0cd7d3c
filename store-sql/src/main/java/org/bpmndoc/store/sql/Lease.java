package org.bpmndoc.store.sql;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Who works on the runs of a state on PostgreSQL, since when, and until when it is believed to be
/// alive. `token` is new each time. Times are the database's, to the microsecond.
record Lease(UUID token, String host, long pid, Instant since, Instant until) {

  Lease {
    since = since.truncatedTo(ChronoUnit.MICROS);
    until = until.truncatedTo(ChronoUnit.MICROS);
  }

  /// A lease of this process.
  static Lease ofThisProcess(Instant since, Instant until) {
    return new Lease(UUID.randomUUID(), thisHost(), ProcessHandle.current().pid(), since, until);
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A machine that does not know its own name has one all the same, in the message.
      return String.valueOf(e.getMessage()).replaceFirst(":.*", "");
    }
  }

  /// `process 4711 on build-3 since 2026-11-25T22:22:28Z`. The name came from another machine: what
  /// cannot be seen in it is not printed.
  @Override
  public String toString() {
    return "process %d on %s since %s".formatted(pid, host.replaceAll("[^\\p{Graph}]", "?"), since);
  }
}

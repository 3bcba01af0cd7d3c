package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.run.Versions;

/// From when on changes are told: whatever happened before `time` is not. `words` says it for
/// people.
record Since(Instant time, Optional<String> run, String words) {

  /// What was asked for, else the last run but one that wrote something, else the beginning.
  static Since of(Optional<String> asked, Versions versions, Path directory) throws Problem {
    if (asked.isPresent()) {
      return asked(asked.get(), versions, directory);
    }
    List<String> writing = versions.writing();
    return writing.size() < 2
        ? new Since(Instant.EPOCH, Optional.empty(), "since the beginning")
        : afterRun(writing.get(writing.size() - 2), versions).orElseThrow();
  }

  private static Since asked(String asked, Versions versions, Path directory) throws Problem {
    Optional<Since> run = afterRun(asked, versions);
    if (run.isPresent()) {
      return run.get();
    }
    try {
      Instant time =
          asked.contains("T")
              ? Instant.parse(asked)
              : LocalDate.parse(asked).atStartOfDay(ZoneId.systemDefault()).toInstant();
      return new Since(time, Optional.empty(), "since " + asked);
    } catch (DateTimeException _) {
      throw new Problem(
          "--since: expected a run of %s or a date such as 2026-11-24, found %s%n  hint: bpmndoc audit %s lists the runs"
              .formatted(directory, asked, CommandWords.quoted(directory)));
    }
  }

  private static Optional<Since> afterRun(String run, Versions versions) {
    return versions
        .lastOf(run)
        .map(last -> new Since(last.plusNanos(1), Optional.of(run), "since run " + run));
  }
}

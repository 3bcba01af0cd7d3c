package org.bpmndoc.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.landscape.SubjectId;

/// Which subject had which document when, by the journals of all runs.
public final class Versions {

  private static final Set<Class<? extends Entry>> KINDS =
      Set.of(
          Entry.RunStarted.class,
          Entry.Documented.class,
          Entry.Failed.class,
          Entry.Blocked.class,
          Entry.RunEnded.class);

  private record Line(String run, Entry entry) {}

  private final List<Line> lines;

  private Versions(List<Line> lines) {
    this.lines = lines;
  }

  /// Runs may go on after later ones have begun: what counts is when something happened.
  public static Versions of(Journal journal) {
    List<Line> lines = new ArrayList<>();
    for (String run : journal.runs()) {
      journal.entries(run, KINDS).forEach(entry -> lines.add(new Line(run, entry)));
    }
    lines.sort(Comparator.comparing(line -> line.entry().at()));
    return new Versions(lines);
  }

  /// The documents that there are.
  public Map<SubjectId, Version> now() {
    return before(Instant.MAX);
  }

  /// The documents that there were just before. A subject that a whole run does not speak of was
  /// gone when it ended.
  public Map<SubjectId, Version> before(Instant time) {
    Map<SubjectId, Version> versions = new TreeMap<>();
    Map<String, Set<SubjectId>> spokenOf = new HashMap<>();
    Set<String> whole = new HashSet<>();
    for (Line line : lines) {
      if (!line.entry().at().isBefore(time)) {
        break;
      }
      Set<SubjectId> told = spokenOf.computeIfAbsent(line.run(), _ -> new HashSet<>());
      if (line.entry() instanceof Entry.RunStarted started && started.limitedTo().isEmpty()) {
        whole.add(line.run());
      } else if (line.entry() instanceof Entry.Documented documented) {
        told.add(documented.subject());
        versions.merge(documented.subject(), version(line.run(), documented), Versions::later);
      } else if (line.entry() instanceof Entry.Failed failed) {
        told.add(failed.subject());
      } else if (line.entry() instanceof Entry.Blocked blocked) {
        told.add(blocked.subject());
      } else if (line.entry() instanceof Entry.RunEnded && whole.contains(line.run())) {
        versions.keySet().retainAll(told);
      }
    }
    return versions;
  }

  /// One that was not written was there before, by a run whose journal may be gone.
  private static Version version(String run, Entry.Documented entry) {
    return new Version(
        entry.fingerprint(),
        entry.lineage().pseudonyms(),
        entry.written() ? run : "",
        entry.written() ? entry.at() : Instant.EPOCH);
  }

  private static Version later(Version before, Version now) {
    boolean kept = now.run().isEmpty() && before.fingerprint().equals(now.fingerprint());
    return kept
        ? new Version(now.fingerprint(), now.pseudonyms(), before.run(), before.writtenAt())
        : now;
  }

  /// The runs that wrote something, in the order in which they first did.
  public List<String> writing() {
    Set<String> runs = new LinkedHashSet<>();
    lines.stream().filter(Versions::isWriting).map(Line::run).forEach(runs::add);
    return List.copyOf(runs);
  }

  /// When a run last said something of a subject.
  public Optional<Instant> lastOf(String run) {
    return lines.reversed().stream()
        .filter(line -> line.run().equals(run))
        .map(line -> line.entry().at())
        .findFirst();
  }

  private static boolean isWriting(Line line) {
    return line.entry() instanceof Entry.Documented documented && documented.written();
  }
}

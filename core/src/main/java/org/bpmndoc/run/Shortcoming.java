package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.run.Coverage.Stored;

/// One thing that keeps a subject from being documented as is demanded; `reason` is for people. A
/// stale document can have findings as well.
public record Shortcoming(SubjectId subject, Kind kind, String reason) {

  public enum Kind {
    MISSING("missing"),
    FAILED("failed"),
    BLOCKED("blocked"),
    STALE("stale"),
    FINDING("finding");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /// What it is called in results.
    public String label() {
      return label;
    }
  }

  /// What is demanded of documents: none has a finding of that grade or worse, where there is a
  /// grade, and none is stale, unless that is allowed.
  public record Demand(Optional<Grade> findings, boolean staleAllowed) {

    private boolean isAbout(Finding finding) {
      return findings.filter(finding.grade()::isAtLeast).isPresent();
    }
  }

  /// Subject by subject, in their order; of the findings of a document the worst first. What people
  /// replaced has no findings any more.
  public static List<Shortcoming> of(Coverage coverage, Overrides overrides, Demand demand) {
    List<Shortcoming> all = new ArrayList<>();
    coverage
        .subjects()
        .forEach((subject, stored) -> {
          switch (stored) {
            case Stored.Missing _ ->
                all.add(new Shortcoming(subject, Kind.MISSING, "has no document"));
            case Stored.Failed failed ->
                all.add(
                    new Shortcoming(
                        subject,
                        Kind.FAILED,
                        "has no document: writing it failed: " + failed.reason()));
            case Stored.Blocked blocked ->
                all.add(
                    new Shortcoming(
                        subject,
                        Kind.BLOCKED,
                        "has no document, since %s has none".formatted(blocked.child())));
            case Stored.Written written -> {
              if (!demand.staleAllowed()) {
                stale(written.age())
                    .ifPresent(why -> all.add(new Shortcoming(subject, Kind.STALE, why)));
              }
              all.addAll(findings(subject, written.document(), overrides, demand));
            }
          }
        });
    return all;
  }

  private static Optional<String> stale(Age age) {
    return switch (age) {
      case CURRENT -> Optional.empty();
      case PARTS_CHANGED -> Optional.of("more is known of its parts than when it was written");
      case MODEL_CHANGED -> Optional.of("its document was written for an earlier version");
    };
  }

  private static List<Shortcoming> findings(
      SubjectId subject, Document document, Overrides overrides, Demand demand) {
    return overrides.findingsShown(subject, document).stream()
        .filter(demand::isAbout)
        .sorted(Comparator.comparing(Finding::grade).reversed())
        .map(finding -> new Shortcoming(subject, Kind.FINDING, text(finding)))
        .toList();
  }

  private static String text(Finding finding) {
    String where = finding.field().isEmpty() ? "" : " in " + finding.field();
    return finding.grade().label() + where + ": " + finding.message();
  }
}

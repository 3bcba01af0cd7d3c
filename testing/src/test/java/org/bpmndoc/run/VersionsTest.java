package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.MemoryDocuments;
import org.bpmndoc.testing.MemoryJournal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/// Which documents there were when, and what became of them.
class VersionsTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private final MemoryJournal journal = new MemoryJournal();
  private final DocumentStore documents = new MemoryDocuments();
  private int minutes;

  private static Fingerprint fingerprint(String request) {
    return new Fingerprint(request.repeat(64));
  }

  private Instant next() {
    return START.plusSeconds(60L * ++minutes);
  }

  /// A run that comes to `a=1` (kept under that request) or `a=1!` (written).
  private void run(String name, boolean whole, String... ends) {
    Entry started =
        new Entry.RunStarted(
            next(),
            "fake",
            "model",
            BigDecimal.ONE,
            "en",
            "auto",
            Optional.empty(),
            whole ? Optional.empty() : Optional.of(subject("a")),
            false,
            false);
    List<Entry> entries = Arrays.stream(ends).map(this::documented).collect(Collectors.toList());
    entries.addFirst(started);
    entries.add(new Entry.RunEnded(next()));
    journal.append(name, 1, entries);
  }

  private Entry documented(String end) {
    return new Entry.Documented(
        next(),
        subject(end.substring(0, 1)),
        fingerprint(end.substring(2, 3)),
        Lineage.NONE,
        end.endsWith("!"));
  }

  private static SubjectId subject(String name) {
    return new SubjectId(name + ".bpmn#" + name);
  }

  private void says(String request, String summary) {
    documents.put(
        new Document(
            fingerprint(request),
            new ContractId("epic", 1),
            JsonNodeFactory.instance.objectNode().put("summary", summary),
            List.of(),
            new Document.Origin(
                "fake", "model", Channel.BATCH, Usage.NONE, Usd.ZERO, next(), "en")),
        true);
  }

  private Map<String, String> changesSince(String run, String... landscape) {
    Versions versions = Versions.of(journal);
    Instant time = versions.lastOf(run).map(last -> last.plusNanos(1)).orElse(Instant.EPOCH);
    return Changes.between(
            versions.before(time),
            versions.now(),
            Arrays.stream(landscape).map(VersionsTest::subject).collect(Collectors.toSet()),
            documents)
        .all()
        .stream()
        .collect(
            Collectors.toMap(
                change -> change.subject().element(),
                change -> change.what().getClass().getSimpleName()));
  }

  @Test
  void what_became_of_each_document_is_told() {
    for (String request : List.of("1", "2", "3", "4", "5")) {
      says(request, "says " + request);
    }
    says("6", "says 3");
    says("7", "says 7");
    run("r1", true, "a=1!", "b=2!", "c=3!", "d=4!", "e=5!", "f=0!", "h=7!");
    says("5", "says five");
    says("7", "says 7");
    run("r2", true, "a=1", "b=1!", "c=6!", "e=5!", "g=2!", "f=9!", "h=7!");

    assertThat(changesSince("r1", "a", "b", "c", "e", "f", "g", "h"))
        .isEqualTo(
            Map.of(
                "b",
                "Changed",
                "c",
                "Renewed",
                "d",
                "Gone",
                "e",
                "Changed",
                "f",
                "Replaced",
                "g",
                "Added",
                "h",
                "Renewed"));
    assertThat(changesSince("none", "a", "b")).isEqualTo(Map.of("a", "Added", "b", "Added"));
    assertThat(changesSince("r2", "a", "b", "c", "e", "f", "g", "h")).isEmpty();
  }

  @Test
  void a_run_of_one_subject_makes_no_other_go() {
    says("1", "one");
    says("2", "two");
    run("r1", true, "a=1!", "b=2!");
    run("r2", false, "a=2!");

    assertThat(Versions.of(journal).now().keySet()).isEqualTo(Set.of(subject("a"), subject("b")));
    assertThat(changesSince("r1", "a", "b")).isEqualTo(Map.of("a", "Changed"));
    assertThat(Versions.of(journal).writing()).containsExactly("r1", "r2");
  }

  @Test
  void a_subject_that_went_long_ago_is_not_told_for_ever() {
    says("1", "one");
    run("r1", true, "a=1!", "b=1!");
    run("r2", true, "a=1");
    run("r3", true, "a=1");

    assertThat(changesSince("r1", "a")).isEqualTo(Map.of("b", "Gone"));
    assertThat(changesSince("r2", "a")).isEmpty();
  }

  @Test
  void a_document_that_was_kept_is_the_one_that_was_written() {
    says("1", "one");
    run("r1", true, "a=1!");
    run("r2", true, "a=1");

    assertThat(Versions.of(journal).now())
        .hasEntrySatisfying(subject("a"), version -> assertThat(version.run()).isEqualTo("r1"));
  }
}

package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.run.House.answer;
import static org.bpmndoc.run.House.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Lineage.Fidelity;
import org.bpmndoc.document.Lineage.Source;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.testing.MemoryDocuments;
import org.bpmndoc.testing.MemoryJournal;
import org.junit.jupiter.api.Test;

/// Runs whose parents wait for nobody and see what was stored when the run began.
class StoredTest {

  /// A new landscape, of which nothing is stored.
  private static House stored() {
    House house =
        new House()
            .subject("a", Channel.BATCH)
            .subject("b", Channel.BATCH)
            .subject("mid", Channel.BATCH, "a")
            .subject("root", Channel.BATCH, "mid", "b");
    house.sees = ChildrenSeen.STORED;
    return house;
  }

  /// A run of its own; what it asked the provider for.
  private static List<String> runAgain(House house) {
    house.journal = new MemoryJournal();
    house.billed.clear();
    RunState end = house.run();
    assertThat(end.endedAt()).isPresent();
    return List.copyOf(house.billed);
  }

  private static Assignment assignment(House house, String name) {
    return Objects.requireNonNull(house.documents.assignments().get(id(name)));
  }

  private static List<String> stale(House house) {
    return Staleness.of(house.graph().nodes(), house.documents, House.LIMITS, Overrides.NONE)
        .stream()
        .map(one -> House.name(one.subject()))
        .toList();
  }

  @Test
  void everything_goes_in_one_batch_and_parents_see_outlines_where_nothing_is_stored() {
    House house = stored();

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(4);
    assertThat(end.batches()).extracting(BatchState::wave).containsExactly(1);
    assertThat(house.billed)
        .containsExactlyInAnyOrder(
            "a[]", "b[]", "mid[outline of a]", "root[outline of mid, outline of b]");
    assertThat(assignment(house, "root").lineage().children())
        .extracting(Lineage.Seen::fidelity, Lineage.Seen::source)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(Fidelity.OUTLINE, Source.NONE));
  }

  @Test
  void a_second_run_without_changes_writes_nothing_though_there_are_documents_now() {
    House house = stored();
    RunState _ = house.run();

    assertThat(runAgain(house)).isEmpty();
    assertThat(stale(house)).containsExactly("mid", "root");
  }

  @Test
  void where_a_leaf_changes_it_is_written_alone_and_its_parent_is_stale_until_refreshed() {
    House house = stored();
    house.sees = ChildrenSeen.DOCUMENTS;
    RunState _ = house.run();
    house.sees = ChildrenSeen.STORED;
    house.texts.put("a", "a2");

    assertThat(runAgain(house)).containsExactly("a2[]");
    assertThat(stale(house)).containsExactly("mid");

    house.refreshStale = true;
    assertThat(runAgain(house)).containsExactly("mid[doc of a2[]]");
    assertThat(stale(house)).containsExactly("root");
    assertThat(runAgain(house)).containsExactly("root[doc of mid[doc of a2[]], doc of b[]]");
    assertThat(stale(house)).isEmpty();
    assertThat(runAgain(house)).isEmpty();
  }

  @Test
  void hybrid_writes_exactly_those_that_saw_something_else_and_then_all_is_current() {
    House house = stored();
    RunState _ = house.run();
    house.sees = ChildrenSeen.DOCUMENTS;

    assertThat(runAgain(house))
        .containsExactly("mid[doc of a[]]", "root[doc of mid[doc of a[]], doc of b[]]");
    assertThat(stale(house)).isEmpty();

    house.sees = ChildrenSeen.STORED;
    assertThat(runAgain(house)).isEmpty();
  }

  @Test
  void a_lineage_says_which_documents_were_current_and_which_stale() {
    House house = stored();
    RunState _ = house.run();
    // mid was written from an outline: as things are now, it is not right any more. b is.
    house.texts.put("root", "root2");

    assertThat(runAgain(house)).containsExactly("root2[doc of mid[outline of a], doc of b[]]");
    assertThat(assignment(house, "root").lineage().children())
        .extracting(Lineage.Seen::fidelity, Lineage.Seen::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Fidelity.FULL, Source.STALE),
            org.assertj.core.groups.Tuple.tuple(Fidelity.FULL, Source.CURRENT));
    assertThat(stale(house)).containsExactly("mid");
  }

  @Test
  void a_failed_child_neither_blocks_nor_degrades_its_parent() {
    House house = stored();
    house.model =
        text ->
            text.startsWith("a[")
                ? new Outcome.Errored("invalid_request_error", "too strange")
                : answer("doc of " + text);

    RunState end = house.run();

    assertThat(end.subjects().get(id("a"))).isInstanceOf(SubjectState.Failed.class);
    assertThat(end.subjects().get(id("mid"))).isInstanceOf(SubjectState.Documented.class);
    assertThat(house.billed).contains("mid[outline of a]");
    assertThat(stale(house)).containsExactly("root");
  }

  @Test
  void a_parent_that_was_written_without_a_child_is_stale_once_the_child_is_there() {
    House house = stored();
    house.sees = ChildrenSeen.DOCUMENTS;
    house.degrade = true;
    house.model =
        text ->
            text.startsWith("a[")
                ? new Outcome.Errored("invalid_request_error", "too strange")
                : answer("doc of " + text);
    RunState _ = house.run();
    assertThat(stale(house)).isEmpty();

    house.model = text -> answer("doc of " + text);
    house.sees = ChildrenSeen.STORED;
    assertThat(runAgain(house)).containsExactly("a[]");
    assertThat(stale(house)).containsExactly("mid");
  }

  @Test
  void documents_from_before_there_were_digests_of_subjects_are_kept_where_they_are_right() {
    House house = stored();
    house.sees = ChildrenSeen.DOCUMENTS;
    RunState _ = house.run();
    String own = assignment(house, "mid").lineage().own();
    house
        .documents
        .assignments()
        .forEach((subject, now) -> {
          Lineage old = new Lineage(now.lineage().children());
          house.documents.assign(subject, new Assignment(now.fingerprint(), old, now.run()));
        });
    house.sees = ChildrenSeen.STORED;

    assertThat(runAgain(house)).isEmpty();
    assertThat(assignment(house, "mid").lineage().own()).isEqualTo(own);
  }

  @Test
  void wherever_a_process_ends_the_next_one_sends_the_same_requests_and_pays_nothing_twice() {
    int places = 0;
    for (boolean force : List.of(false, true)) {
      List<String> whole = prepared(force).billedByRun();
      assertThat(whole).hasSize(force ? 4 : 3);
      for (boolean after : List.of(false, true)) {
        boolean ended = false;
        for (int writes = 0; !ended; writes++) {
          Begun begun = prepared(force);
          ended = !begun.crashes(new Crashing.Countdown(writes, after));
          assertThat(begun.billedByRun())
              .as("force %s, after %d writes", force, writes)
              .containsExactlyInAnyOrderElementsOf(whole);
          places++;
        }
      }
    }
    assertThat(places).isGreaterThan(60);
  }

  /// A house in which a run is to be begun that writes a child and its parent, and refreshes
  /// another parent.
  private static Begun prepared(boolean force) {
    House house = stored();
    RunState _ = house.run();
    house.journal = new MemoryJournal();
    house.billed.clear();
    house.model = text -> answer("new doc of " + text);
    house.refreshStale = true;
    house.texts.put("b", "b2");
    house.settings = house.settings.withForce(_ -> force);
    return new Begun(house, house.journal, house.documents);
  }

  private record Begun(House house, Journal journal, DocumentStore documents) {

    /// Whether a process that runs until then comes to the crash.
    boolean crashes(Crashing.Countdown countdown) {
      house.journal = Crashing.journal(journal, countdown);
      house.documents = Crashing.documents(documents, countdown);
      try {
        RunState _ = house.run();
        return false;
      } catch (Crashing.Crash e) {
        return true;
      } finally {
        house.journal = journal;
        house.documents = documents;
      }
    }

    List<String> billedByRun() {
      assertThat(house.run().endedAt()).isPresent();
      return new ArrayList<>(house.billed);
    }
  }

  @Test
  void what_is_written_meanwhile_changes_nothing_of_what_is_fixed_and_later_children_are_added() {
    House house = stored();
    house.settings = house.settings.withWaitForBatches(false);
    RunState _ = house.run();
    house.clock.advance(java.time.Duration.ofHours(1));
    house.subject("new", Channel.BATCH, "b", "c");
    house.children.put("c", List.of());
    house.settings = RunSettings.DEFAULT;

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(house.billed).doesNotHaveDuplicates().contains("new[outline of b, outline of c]");
    Entry.ChildrenFixed fixed = end.childrenFixed().orElseThrow();
    assertThat(fixed.documents()).isEqualTo(Map.of());
    assertThat(fixed.outlined()).containsExactly(id("a"), id("b"), id("c"), id("mid"));
  }

  @Test
  void a_retry_after_a_purge_sees_what_is_stored_then() {
    House house = stored();
    RunState _ = house.run();
    house.texts.put("mid", "mid2");
    house.texts.put("root", "root2");
    house.model =
        text ->
            text.startsWith("root2[")
                ? new Outcome.Errored("invalid_request_error", "too strange")
                : answer("doc of " + text);
    assertThat(runAgain(house)).containsExactly("mid2[doc of a[]]");
    house.documents = purged(house.documents);
    house.model = text -> answer("doc of " + text);
    house.wish(new Entry.RetryAsked(House.START));

    assertThat(house.run().endedAt()).isPresent();

    assertThat(house.billed)
        .containsExactly("mid2[doc of a[]]", "root2[doc of mid2[doc of a[]], doc of b[]]");
  }

  /// The documents that a subject has.
  private static DocumentStore purged(DocumentStore documents) {
    DocumentStore left = new MemoryDocuments();
    documents
        .assignments()
        .forEach((subject, assignment) -> {
          left.put(documents.find(assignment.fingerprint()).orElseThrow(), true);
          left.assign(subject, assignment);
        });
    return left;
  }
}

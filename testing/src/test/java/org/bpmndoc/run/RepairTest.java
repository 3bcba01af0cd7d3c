package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Settlement;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.Test;

/// What becomes of answers that are documents and do not agree with their model.
class RepairTest {

  /// Answers each subject with these words, one after another, the last of them ever again.
  private static House answering(Map<String, List<String>> words) {
    House house = new House();
    Map<String, Integer> asked = new HashMap<>();
    house.model =
        text -> {
          String subject = text.substring(0, 1);
          List<String> answers = words.getOrDefault(subject, List.of("doc of " + subject));
          int number = asked.merge(subject, 1, Integer::sum);
          return House.answer(answers.get(Math.min(number, answers.size()) - 1));
        };
    return house;
  }

  private static Document document(House house, RunState end, String name) {
    return Optional.ofNullable(end.subjects().get(House.id(name)))
        .filter(SubjectState.Documented.class::isInstance)
        .map(SubjectState.Documented.class::cast)
        .flatMap(documented -> house.documents.find(documented.fingerprint()))
        .orElseThrow();
  }

  private static List<Settlement> settlements(House house) {
    return house.journal.entries(House.RUN).stream()
        .filter(Entry.Settled.class::isInstance)
        .map(entry -> ((Entry.Settled) entry).settlement())
        .toList();
  }

  @Test
  void a_document_with_findings_is_asked_for_again_with_what_was_wrong_in_the_next_batch() {
    House house =
        answering(Map.of("a", List.of("a gap", "whole")))
            .subject("a", Channel.BATCH)
            .subject("b", Channel.BATCH)
            .subject("c", Channel.BATCH, "b");
    house.settings = house.settings.withBarrier(false);

    RunState end = house.run();

    assertThat(document(house, end, "a").summary()).isEqualTo("whole");
    assertThat(document(house, end, "a").findings()).isEmpty();
    assertThat(settlements(house)).contains(Settlement.FLAWED).doesNotContain(Settlement.UNUSABLE);
    assertThat(house.billed)
        .anySatisfy(text -> assertThat(text).startsWith("a").contains("summary: there is a gap"));
    // Together with what has become ready meanwhile: two batches, not three.
    assertThat(end.batches()).hasSize(2);
    assertThat(end.attempts().spent().amount()).isEqualByComparingTo("0.02");
  }

  @Test
  void after_two_repairs_the_best_there_is_is_published_with_its_findings() {
    House house =
        answering(Map.of("a", List.of("gap gap", "one gap", "gap gap gap")))
            .subject("a", Channel.DIRECT)
            .subject("p", Channel.DIRECT, "a");

    RunState end = house.run();

    assertThat(document(house, end, "a").summary()).isEqualTo("one gap");
    assertThat(document(house, end, "a").findings()).hasSize(1);
    assertThat(settlements(house))
        .containsExactly(
            Settlement.FLAWED, Settlement.FLAWED, Settlement.SUPERSEDED, Settlement.ACCEPTED);
    assertThat(end.attempts().isAccepted(document(house, end, "a").fingerprint())).isTrue();
    assertThat(house.billed).filteredOn(text -> text.startsWith("a")).hasSize(3);
    assertThat(house.billed.getLast()).contains("one gap");
  }

  @Test
  void an_answer_that_is_no_document_at_all_does_not_cost_the_one_that_was() {
    House house = new House().subject("a", Channel.DIRECT);
    List<Outcome> outcomes =
        new ArrayList<>(
            List.of(
                House.answer("one gap"),
                new Outcome.Errored("api_error", "no"),
                new Outcome.Errored("invalid_request_error", "no")));
    house.model = _ -> outcomes.removeFirst();

    RunState end = house.run();

    assertThat(document(house, end, "a").summary()).isEqualTo("one gap");
  }

  @Test
  void where_findings_are_to_fail_it_fails_and_says_why() {
    House house = answering(Map.of("a", List.of("one gap"))).subject("a", Channel.DIRECT);
    house.settings = house.settings.withFailFlawed(true);

    RunState end = house.run();

    assertThat(end.subjects().get(House.id("a")))
        .isInstanceOfSatisfying(
            SubjectState.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo(
                        "it does not agree with the facts: summary: there is a gap (tried 3"
                            + " times)"));
    assertThat(house.documents.assignments()).isEmpty();
  }

  @Test
  void where_the_budget_reaches_for_no_repair_the_draft_is_taken_and_the_run_goes_on() {
    House house = answering(Map.of("a", List.of("one gap"))).subject("a", Channel.DIRECT);
    house.settings = house.settings.withBudget(Optional.of(Usd.of("0.104")));

    RunState end = house.run();

    assertThat(document(house, end, "a").summary()).isEqualTo("one gap");
    assertThat(end.endedAt()).isPresent();
    assertThat(house.billed).hasSize(1);
  }

  @Test
  void wherever_a_process_ends_the_document_is_the_same_and_no_batch_is_paid_twice() {
    Map<String, List<String>> words = Map.of("a", List.of("gap gap", "one gap", "gap gap gap"));
    for (boolean after : new boolean[] {false, true}) {
      for (int write = 0; write < 40; write++) {
        House house = answering(words).subject("a", Channel.BATCH).subject("p", Channel.BATCH, "a");
        Journal journal = house.journal;
        DocumentStore documents = house.documents;
        Crashing.Countdown countdown = new Crashing.Countdown(write, after);
        house.journal = Crashing.journal(journal, countdown);
        house.documents = Crashing.documents(documents, countdown);
        boolean crashed = crashes(house);
        house.journal = journal;
        house.documents = documents;

        RunState end = house.run();

        assertThat(document(house, end, "a").summary()).as("write %d", write).isEqualTo("one gap");
        assertThat(house.billed).as("write %d", write).hasSize(4);
        assertThat(end.attempts().spent().amount()).isEqualByComparingTo("0.02");
        assertThat(crashed || write > 20).isTrue();
      }
    }
  }

  private static boolean crashes(House house) {
    try {
      RunState _ = house.run();
      return false;
    } catch (Crashing.Crash e) {
      return true;
    }
  }
}

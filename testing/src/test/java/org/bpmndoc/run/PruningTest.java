package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.api.Test;

/// Subjects are single letters, and the document of one is the letter as digit or another letter.
class PruningTest {

  private static final Pruning.Terms USUAL = new Pruning.Terms(false, true);
  private static final Pruning.Terms HISTORY = new Pruning.Terms(true, true);
  private static final Pruning.Terms SHARED = new Pruning.Terms(false, false);

  private static SubjectId subject(char name) {
    return new SubjectId("x.bpmn#" + name);
  }

  private static Set<SubjectId> subjects(String names) {
    return names.chars().mapToObj(name -> subject((char) name)).collect(Collectors.toSet());
  }

  private static Fingerprint document(char digit) {
    return new Fingerprint(String.valueOf(digit).repeat(64));
  }

  /// `A1 B2`: A has document 1, B has 2.
  private static Map<SubjectId, Fingerprint> documents(String given) {
    return Stream.of(given.split(" "))
        .filter(one -> !one.isEmpty())
        .collect(Collectors.toMap(one -> subject(one.charAt(0)), one -> document(one.charAt(1))));
  }

  private static Holdings run(String documents, String others, boolean over) {
    Map<SubjectId, Fingerprint> given = documents(documents);
    return new Holdings(
        given.keySet(),
        given,
        others.chars().mapToObj(digit -> document((char) digit)).collect(Collectors.toSet()),
        over);
  }

  private static Pruning prune(
      String stored, String assigned, String present, Pruning.Terms terms, Holdings... runs) {
    Map<SubjectId, Assignment> assignments = new TreeMap<>();
    documents(assigned)
        .forEach((subject, document) ->
            assignments.put(subject, new Assignment(document, Lineage.NONE, "r1")));
    return Pruning.of(
        new Pruning.Contents(
            stored
                .chars()
                .mapToObj(digit -> document((char) digit))
                .collect(Collectors.toCollection(TreeSet::new)),
            assignments,
            List.copyOf(Arrays.asList(runs))),
        subjects(present),
        terms);
  }

  private static List<Fingerprint> digits(String digits) {
    return digits.chars().mapToObj(digit -> document((char) digit)).toList();
  }

  @Test
  void what_a_subject_that_is_gone_had_goes() {
    Pruning pruning = prune("12", "A1 B2", "A", USUAL, run("A1 B2", "12", true));

    assertThat(pruning.subjects()).containsExactly(subject('B'));
    assertThat(pruning.documents()).isEqualTo(digits("2"));
  }

  @Test
  void a_clone_of_it_that_is_there_keeps_their_document() {
    assertThat(prune("1", "A1 B1", "A", USUAL, run("A1 B1", "1", true)).documents()).isEmpty();
  }

  @Test
  void what_a_subject_had_before_goes_unless_history_is_kept() {
    Holdings old = run("A1", "1", true);
    Holdings newest = run("A2", "2", true);

    assertThat(prune("12", "A2", "A", USUAL, old, newest).documents()).isEqualTo(digits("1"));
    assertThat(prune("12", "A2", "A", HISTORY, old, newest).documents()).isEmpty();
    assertThat(prune("12", "A2 B1", "A", HISTORY, run("B1", "", true), newest).subjects())
        .containsExactly(subject('B'));
  }

  @Test
  void what_the_newest_run_gave_to_subjects_that_are_there_stays() {
    assertThat(prune("12", "A2", "A", USUAL, run("A1", "", true)).documents()).isEmpty();
  }

  @Test
  void whatever_a_run_that_is_not_over_mentions_stays() {
    Holdings unfinished = run("B1", "3", false);

    Pruning pruning = prune("1234", "A2 B1", "A", USUAL, unfinished, run("A2", "", true));

    assertThat(pruning.documents()).isEqualTo(digits("4"));
  }

  @Test
  void another_landscape_with_the_same_state_loses_nothing() {
    Holdings theirs = run("X1", "14", true);
    Holdings ours = run("A2 B3", "235", true);
    Holdings newer = run("A2", "2", true);

    Pruning pruning = prune("123456", "A2 B3 X1", "A", SHARED, theirs, ours, newer);

    assertThat(pruning.subjects()).containsExactly(subject('B'));
    assertThat(pruning.kept()).containsExactly(subject('X'));
    assertThat(pruning.documents()).isEqualTo(digits("356"));
  }

  @Test
  void a_landscape_is_known_by_runs_that_have_subjects_in_common() {
    Holdings first = run("C3 B2", "", true);
    Holdings second = run("B2 A1", "", true);

    assertThat(prune("123", "A1 B2 C3", "A", SHARED, first, second).subjects())
        .containsExactly(subject('B'), subject('C'));
  }

  @Test
  void in_a_folder_that_has_nothing_to_do_with_the_state_nothing_goes() {
    Pruning pruning = prune("12", "A1 B2", "Z", SHARED, run("A1 B2", "12", true));

    assertThat(pruning.isNothing()).isTrue();
  }
}

package org.bpmndoc.site;

import java.util.List;
import java.util.Map;

/// One part of a document, as it is laid out. `id` is its anchor on the page.
sealed interface Section {

  String id();

  String title();

  /// What happens one after the other.
  record Steps(String id, String title, List<Item> items) implements Section {}

  /// Sentences that stand beside each other.
  record Points(String id, String title, List<Item> items) implements Section {}

  record Item(String text, List<Reference> references) {}

  record Decisions(String id, String title, List<Decision> decisions) implements Section {}

  record Decision(String question, List<Outcome> outcomes, List<Reference> references) {}

  record Outcome(String condition, String consequence, List<Reference> references) {}

  record Stories(String id, String title, List<Story> stories) implements Section {}

  record Story(String role, String goal, String value, List<String> acceptanceCriteria) {}

  /// Things with the same few properties each. A column in which nothing stands is left out.
  record Table(String id, String title, List<String> heads, List<Row> rows) implements Section {
    boolean hasReferences() {
      return rows.stream().anyMatch(row -> !row.references().isEmpty());
    }
  }

  record Row(List<String> cells, List<Reference> references) {}

  /// Whatever this version does not know, with all that is in it.
  record Other(String id, String title, Value value) implements Section {}

  sealed interface Value {
    record Text(String text) implements Value {}

    record Many(List<Value> values) implements Value {}

    record Named(List<Map.Entry<String, Value>> fields) implements Value {}
  }
}

package org.bpmndoc.document;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.bpmndoc.plan.ChildrenSeen;

/// How much of its children a parent is shown.
///
/// At most `max` of them, or `summariesMax` where it sees summaries alone. `items` says for fields
/// of their documents, by name, how many items of the list are shown; of other fields all are.
public record ChildLimits(int max, int summariesMax, Map<String, Integer> items) {

  public ChildLimits {
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
  }

  /// How many children a parent that sees that of them is shown.
  public int max(ChildrenSeen seen) {
    return switch (seen) {
      case DOCUMENTS, STORED -> max;
      case SUMMARIES -> summariesMax;
    };
  }

  /// What is said of the others.
  public String leftOut(ChildrenSeen seen) {
    String what =
        switch (seen) {
          case DOCUMENTS, STORED -> "documents";
          case SUMMARIES -> "summaries";
        };
    return "left out: a parent is shown the %s of its first %d children only"
        .formatted(what, max(seen));
  }

  /// How many items of a list in that field are shown.
  int itemsMax(String field) {
    return items.getOrDefault(field, Integer.MAX_VALUE);
  }
}

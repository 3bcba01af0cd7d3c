package org.bpmndoc.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.bpmndoc.run.Changes;
import org.bpmndoc.run.Changes.What;

/// What changes are called.
final class ChangeWords {

  static final String CHANGED = "changed";

  private static final List<String> ALL = List.of("new", CHANGED, "gone", "renewed", "replaced");

  private ChangeWords() {}

  static String of(What what) {
    return switch (what) {
      case What.Added _ -> "new";
      case What.Changed _ -> CHANGED;
      case What.Gone _ -> "gone";
      case What.Renewed _ -> "renewed";
      case What.Replaced _ -> "replaced";
    };
  }

  /// More than a word where one does not do.
  static String note(What what) {
    return switch (what) {
      case What.Renewed _ -> "written again in the same words";
      case What.Replaced _ -> "written again; what it said before is not kept";
      case What.Added _, What.Changed _, What.Gone _ -> "";
    };
  }

  /// How many there are of each, those that there are none of included.
  static SequencedMap<String, Integer> counts(Changes changes) {
    SequencedMap<String, Integer> counts = new LinkedHashMap<>();
    ALL.forEach(word -> counts.put(word, 0));
    changes.all().forEach(change -> counts.merge(of(change.what()), 1, Integer::sum));
    return counts;
  }

  /// In one line, without those that there are none of.
  static String summary(Changes changes, Since since) {
    String counted =
        counts(changes).entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(ChangeWords::counted)
            .collect(Collectors.joining(", "));
    return "Documents " + since.words() + ": " + (counted.isEmpty() ? "no change" : counted);
  }

  private static String counted(Map.Entry<String, Integer> count) {
    return count.getValue() + " " + count.getKey();
  }
}

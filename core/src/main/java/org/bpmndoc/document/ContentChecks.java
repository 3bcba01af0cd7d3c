package org.bpmndoc.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a schema cannot express.
final class ContentChecks {

  private static final String ELEMENTS = "elements";

  private ContentChecks() {}

  static List<Finding> counts(Contract contract, JsonNode content) {
    List<Finding> findings = new ArrayList<>();
    for (Contract.Count count : contract.counts()) {
      int found = content.path(count.field()).size();
      if (found < count.min() || found > count.max()) {
        findings.add(
            new Finding(
                found < count.min() ? "count-below" : "count-above",
                count.field(),
                "expected " + count.min() + " to " + count.max() + " items, found " + found));
      }
    }
    return findings;
  }

  /// Every string in a list named `elements` is one of the aliases.
  static List<Finding> aliases(JsonNode content, Set<String> known) {
    List<Finding> findings = new ArrayList<>();
    collect("", content, known, findings);
    return findings;
  }

  private static void collect(
      String path, JsonNode value, Set<String> known, List<Finding> findings) {
    value
        .properties()
        .forEach(field -> {
          String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
          if (field.getKey().equals(ELEMENTS)) {
            field
                .getValue()
                .valueStream()
                .map(alias -> alias.asString(""))
                .filter(alias -> !known.contains(alias))
                .forEach(alias ->
                    findings.add(
                        new Finding(
                            "alias-unknown", below, "there is no element \"" + alias + "\"")));
          } else {
            collect(below, field.getValue(), known, findings);
          }
        });
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      collect(path + "[" + i + "]", value.get(i), known, findings);
    }
  }
}

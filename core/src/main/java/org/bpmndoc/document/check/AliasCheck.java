package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import tools.jackson.databind.JsonNode;

/// No element and no way is referred to that does not exist: whatever stands in a list named
/// `elements` or in a field named `flow` is an alias of the facts. Ways may stand among elements.
final class AliasCheck {

  static final String ELEMENTS = Document.ELEMENTS;
  static final String FLOW = Document.FLOW;

  private final Grounds grounds;
  private final List<Finding> findings = new ArrayList<>();

  private AliasCheck(Grounds grounds) {
    this.grounds = grounds;
  }

  static List<Finding> of(JsonNode content, Grounds grounds) {
    AliasCheck check = new AliasCheck(grounds);
    check.look("", content);
    return check.findings;
  }

  private void look(String path, JsonNode value) {
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      look(path + "[" + i + "]", value.get(i));
    }
    value
        .properties()
        .forEach(field -> {
          String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
          switch (field.getKey()) {
            case ELEMENTS ->
                field
                    .getValue()
                    .valueStream()
                    .map(alias -> alias.asString(""))
                    .filter(alias -> !grounds.elements().containsKey(alias))
                    .filter(alias -> !grounds.ways().containsKey(alias))
                    .forEach(alias -> unknown(below, "element", alias));
            case FLOW -> {
              String alias = field.getValue().asString("");
              if (!alias.isEmpty() && !grounds.ways().containsKey(alias)) {
                unknown(below, "way", alias);
              }
            }
            default -> look(below, field.getValue());
          }
        });
  }

  private void unknown(String path, String what, String alias) {
    findings.add(
        new Finding(
            Grade.CONTRADICTION,
            "alias-unknown",
            path,
            "there is no " + what + " \"" + alias + "\""));
  }
}

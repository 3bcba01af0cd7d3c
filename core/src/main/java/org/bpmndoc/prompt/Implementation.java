package org.bpmndoc.prompt;

import java.util.Map;
import java.util.Optional;
import org.bpmndoc.bpmn.FlowNode.Script;
import tools.jackson.databind.node.ObjectNode;

/// What does the work of a node: BPMN's word for it, whether a script does it and in which
/// language, and what vendors bind it to.
final class Implementation {

  /// Camunda's `type` of a task that a worker fetches by its topic: a placeholder, no name.
  private static final String EXTERNAL = "external";

  private Implementation() {}

  /// `attribute` is BPMN's own; its placeholders say nothing.
  static ObjectNode of(String attribute, Optional<Script> script, VendorFacts vendor) {
    Map<String, String> found = vendor.one(VendorRules.IMPLEMENTATION);
    if (!attribute.startsWith("##") && !Words.isExpression(attribute)) {
      found.put("implementation", Words.line(attribute));
    }
    script.ifPresent(said -> {
      found.put("kind", "script");
      found.put("format", Words.line(said.format()));
    });
    if (found.containsKey("topic")) {
      found.remove("type", EXTERNAL);
    }
    if (Forms.isInFile(found.getOrDefault("formKey", ""))) {
      found.remove("formKey");
    }
    Fields fields = new Fields();
    found.forEach(fields::text);
    return fields.done();
  }
}

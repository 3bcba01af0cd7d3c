package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Finding;
import tools.jackson.databind.JsonNode;

/// All checks of a document against its model, those that its contract asks for among them.
final class ModelChecks {

  private ModelChecks() {}

  static List<Finding> all(Contract contract, JsonNode content, Grounds grounds) {
    List<Finding> findings = new ArrayList<>(AliasCheck.of(content, grounds));
    return findings;
  }
}

package org.bpmndoc.document.check;

import java.util.List;
import org.bpmndoc.document.Finding;
import tools.jackson.databind.JsonNode;

/// What an answer turned out to be.
public sealed interface Checked {

  /// A document. `content` is the answer without control characters.
  record Accepted(JsonNode content, List<Finding> findings) implements Checked {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  /// No document; each reason is a sentence that says what was expected and what was found.
  record Rejected(List<String> reasons) implements Checked {
    public Rejected {
      reasons = List.copyOf(reasons);
    }
  }
}

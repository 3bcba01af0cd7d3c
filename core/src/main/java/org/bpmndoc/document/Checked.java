package org.bpmndoc.document;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What checking an answer came to.
public sealed interface Checked {

  record Accepted(JsonNode content, List<Finding> findings) implements Checked {}

  record Rejected(List<String> reasons) implements Checked {}
}

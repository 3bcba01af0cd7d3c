package org.bpmndoc.prompt;

import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.SentRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Makes of a request what is kept of it.
public final class Sent {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Sent() {}

  /// `language` is what the documents of the run are written in.
  public static SentRequest of(Rendering rendering, String language) {
    Request request = rendering.request();
    return new SentRequest(
        rendering.fingerprint(),
        rendering.contract().id(),
        request.model(),
        language,
        CanonicalJson.digest(StringNode.valueOf(request.instructions())),
        CanonicalJson.digest(request.answerSchema()),
        request.answerTokensMax(),
        facts(request));
  }

  /// The block of facts; all that is said of the subject where there is none.
  private static JsonNode facts(Request request) {
    return request.facts().startsWith(RequestRenderer.OPEN)
        ? MAPPER.readTree(RequestRenderer.sent(request))
        : StringNode.valueOf(request.facts());
  }
}

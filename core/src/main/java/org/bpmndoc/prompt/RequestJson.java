package org.bpmndoc.prompt;

import java.nio.charset.StandardCharsets;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.ChildView;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Profile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The canonical form of a request: all that is sent, and nothing that does not change the answer.
/// Its hash is the fingerprint.
public final class RequestJson {

  private static final int QUOTES = 2;

  private RequestJson() {}

  public static ObjectNode of(Request request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("model", request.model());
    json.put("instructions", request.instructions());
    json.put("facts", request.facts());
    json.set("answerSchema", request.answerSchema());
    json.put("answerTokensMax", request.answerTokensMax());
    return json;
  }

  /// How long the canonical form is in UTF-8.
  public static long bytes(Request request) {
    return CanonicalJson.text(of(request)).getBytes(StandardCharsets.UTF_8).length;
  }

  /// How much longer the canonical form is for a child's document that is shown in full, as the
  /// built-in profile shows it: for estimates alone.
  public static long bytesOfChild(JsonNode document) {
    return bytesOfText(
        CanonicalJson.text(ChildView.full(document, Profile.builtIn().children()).content()));
  }

  /// How long a text is in the canonical form, in UTF-8.
  static long bytesOfText(String text) {
    return TokenBound.of(CanonicalJson.text(JsonNodeFactory.instance.stringNode(text))) - QUOTES;
  }

  public static Fingerprint fingerprint(Request request) {
    return new Fingerprint(CanonicalJson.digest(of(request)));
  }
}

package org.bpmndoc.prompt;

import java.util.Optional;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;
import tools.jackson.databind.JsonNode;

/// The document that a subject had, as it is shown to whoever writes it again: with the aliases of
/// today, so that what still holds can be kept word for word.
public final class Earlier {

  private final RequestSettings settings;

  public Earlier(RequestSettings settings) {
    this.settings = settings;
  }

  /// Whether the model that is asked now has written it; a provider may add a date to the name.
  /// What another wrote, such as a draft of the offline writer, is not to be kept word for word.
  static boolean isBy(String model, Document earlier) {
    String writer = earlier.origin().model();
    return writer.equals(model) || writer.startsWith(model + "-");
  }

  /// Canonical JSON; empty where an earlier document is no help, or must not be shown: it is of
  /// another kind or writer or in another language, what its aliases meant is not known, or other
  /// texts are hidden now than were then.
  public Optional<String> shown(Document earlier, Lineage then, Rendering now) {
    boolean alike =
        earlier.contract().equals(now.contract().id())
            && isBy(now.request().model(), earlier)
            && earlier.origin().language().equals(settings.language())
            && then.elements().isEmpty() == now.aliases().elementIds().isEmpty()
            && then.pseudonyms().equals(now.lineage().pseudonyms());
    return alike && hidesAll(earlier.content())
        ? Optional.of(CanonicalJson.text(now.aliases().today(earlier.content(), then.elements())))
        : Optional.empty();
  }

  private boolean hidesAll(JsonNode content) {
    return content.isString()
        ? !settings.redaction().finds(content.stringValue())
        : content.valueStream().allMatch(this::hidesAll);
  }
}

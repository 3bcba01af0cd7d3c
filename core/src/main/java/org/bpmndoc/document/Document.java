package org.bpmndoc.document;

import java.time.Instant;
import java.util.List;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import tools.jackson.databind.JsonNode;

/// The structured documentation of one subject, or of several that are clones of each other.
///
/// `content` keeps the contract's schema. It names elements by aliases (`e1`, `e2`, …); which
/// element an alias means is a matter of the subject, so that clones can share a document.
public record Document(
    Fingerprint fingerprint,
    ContractId contract,
    JsonNode content,
    List<Finding> findings,
    Origin origin) {

  /// Wherever a list has this name, it holds aliases of elements.
  public static final String ELEMENTS = "elements";

  /// Wherever a text has this name, it is the alias of a way by which the flow divides.
  public static final String FLOW = "flow";

  public Document {
    findings = List.copyOf(findings);
  }

  /// Where the words came from. `provider` is `offline` for the offline writer; `cost` is what was
  /// paid for this answer alone; `language` is what was asked for, empty where that is not known.
  public record Origin(
      String provider,
      String model,
      Channel channel,
      Usage usage,
      Usd cost,
      Instant writtenAt,
      String language) {

    /// Documents from before there was a language have none.
    public Origin {
      language = language == null ? "" : language;
    }
  }

  public String summary() {
    return content.path("summary").asString("");
  }
}

package org.bpmndoc.prompt;

import java.util.List;
import java.util.Map;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Profile;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the request for one subject out of its facts and its children's documents.
///
/// Pure: the same subject with the same children's documents gives the same request to the last
/// byte, on every machine. A request never exceeds the window of its contract's model.
public final class RequestRenderer {

  private final Landscape landscape;
  private final Profile profile;
  private final RequestSettings settings;
  private final Instructions instructions;
  private final ChildrenShown childrenShown;
  private final LandscapeFacts landscapeFacts;

  public RequestRenderer(Landscape landscape, Profile profile, RequestSettings settings) {
    this.landscape = landscape;
    this.profile = profile;
    this.settings = settings;
    this.instructions = new Instructions(settings.language());
    this.childrenShown = new ChildrenShown(landscape, profile);
    this.landscapeFacts = new LandscapeFacts(landscape);
  }

  /// `children` has an entry for each direct child that is followed; others are passed over. Throws
  /// IllegalArgumentException where one lacks.
  public Rendering render(SubjectId id, Map<SubjectId, Child> children) {
    Subject subject = landscape.subject(id);
    Contract contract = profile.contractFor(subject);
    Facts facts = landscapeFacts.of(subject);
    List<ShownChild> shown = childrenShown.inFull(id, facts.aliases(), children);
    Redacted block = block(facts, shown);
    Request request = request(contract, block);
    long window = settings.model(contract.id()).contextWindowTokens();
    long excess = tokens(request) - window;
    if (excess > 0) {
      shown = ChildrenShown.shortened(shown, excess);
      block = block(facts, shown);
      request = request(contract, block);
    }
    if (tokens(request) > window) {
      return new Rendering.TooLarge(id, tokens(request), window);
    }
    return new Rendering.Ready(
        request,
        RequestJson.fingerprint(request),
        contract,
        new Lineage(shown.stream().map(ShownChild::seen).toList(), block.pseudonyms()),
        facts.aliases(),
        request.tokensMax());
  }

  /// All that a request says of the landscape.
  private Redacted block(Facts facts, List<ShownChild> children) {
    ObjectNode block = JsonNodeFactory.instance.objectNode();
    block.setAll(facts.json());
    if (!children.isEmpty()) {
      block.putArray("children").addAll(children.stream().map(ShownChild::json).toList());
    }
    return Redacted.of(block, facts.aliases().known(), settings.redaction());
  }

  private Request request(Contract contract, Redacted block) {
    RequestSettings.Model model = settings.model(contract.id());
    return new Request(
        model.name(),
        instructions.of(contract),
        block(contract, CanonicalJson.text(block.facts())),
        contract.schema(),
        model.answerTokensMax(contract));
  }

  static String block(Contract contract, String facts) {
    return "<facts>\n"
        + facts
        + "\n</facts>\n"
        + "Write the "
        + contract.title()
        + " of the subject of these facts.";
  }

  private static long tokens(Request request) {
    return request.tokensMax() + request.answerTokensMax();
  }
}

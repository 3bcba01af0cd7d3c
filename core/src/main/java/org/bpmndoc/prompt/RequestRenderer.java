package org.bpmndoc.prompt;

import java.util.List;
import java.util.Map;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Profile;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.ChildrenSeen;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the request for one subject out of its facts and its children's documents.
///
/// Pure: the same subject with the same children's documents gives the same request to the last
/// byte, on every machine. Children are shortened by a bound that needs no provider, so that none
/// changes what is sent; what may not fit the window of its model all the same says so.
public final class RequestRenderer {

  private final Landscape landscape;
  private final Profile profile;
  private final RequestSettings settings;
  private final Instructions instructions;
  private final ChildrenShown childrenShown;
  private final LandscapeFacts landscapeFacts;

  /// People have written nothing.
  public RequestRenderer(Landscape landscape, Profile profile, RequestSettings settings) {
    this(landscape, profile, settings, Overrides.NONE);
  }

  public RequestRenderer(
      Landscape landscape, Profile profile, RequestSettings settings, Overrides overrides) {
    this.landscape = landscape;
    this.profile = profile;
    this.settings = settings;
    this.instructions = new Instructions(profile.houseRules(), settings);
    this.landscapeFacts = new LandscapeFacts(landscape);
    this.childrenShown = new ChildrenShown(landscape, profile, landscapeFacts, overrides);
  }

  /// `children` has an entry for each direct child that is followed; others are passed over. Throws
  /// IllegalArgumentException where one lacks.
  public Rendering render(SubjectId id, Map<SubjectId, Child> children) {
    return render(id, children, ChildrenSeen.DOCUMENTS);
  }

  /// The same where a parent sees that of its children.
  public Rendering render(SubjectId id, Map<SubjectId, Child> children, ChildrenSeen seen) {
    Subject subject = landscape.subject(id);
    Contract contract = profile.contractFor(subject);
    Facts facts = landscapeFacts.of(subject);
    List<ShownChild> shown = childrenShown.all(id, facts.aliases(), children, seen);
    Redacted block = block(facts, shown);
    Request request = request(contract, block);
    long window = settings.model(contract.id()).contextWindowTokens();
    long excess = tokens(request) - window;
    if (excess > 0) {
      shown = ChildrenShown.shortened(shown, excess);
      block = block(facts, shown);
      request = request(contract, block);
    }
    Fingerprint fingerprint = RequestJson.fingerprint(request);
    boolean alone = shown.isEmpty() && block.pseudonyms().isEmpty();
    return new Rendering(
        request,
        fingerprint,
        contract,
        new Lineage(
            shown.stream().map(ShownChild::seen).toList(),
            block.pseudonyms(),
            alone ? fingerprint.hex() : own(contract, facts, shown),
            facts.aliases().elementIds()),
        facts.aliases(),
        request.tokensMax(),
        window);
  }

  /// The digest of the request without what is known of the children, and of what is hidden in it.
  private String own(Contract contract, Facts facts, List<ShownChild> children) {
    Redacted block = block(facts, children.stream().map(ShownChild::leftOut).toList());
    ObjectNode own = RequestJson.of(request(contract, block));
    if (!block.pseudonyms().isEmpty()) {
      ObjectNode hidden = own.putObject("hidden");
      block.pseudonyms().originals().forEach(hidden::put);
    }
    return CanonicalJson.digest(own);
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

  static final String OPEN = "<facts>\n";
  private static final String CLOSE = "\n</facts>\n";

  /// The block of facts in a request that was made here.
  static String sent(Request request) {
    String facts = request.facts();
    return facts.substring(OPEN.length(), facts.indexOf(CLOSE));
  }

  static String block(Contract contract, String facts) {
    return OPEN
        + facts
        + CLOSE
        + "Write the "
        + contract.title()
        + " of the subject of these facts.";
  }

  private static long tokens(Request request) {
    return request.tokensMax() + request.answerTokensMax();
  }
}

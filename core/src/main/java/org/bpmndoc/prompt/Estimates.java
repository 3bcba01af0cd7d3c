package org.bpmndoc.prompt;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.TokenUse;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.Needs;
import org.bpmndoc.plan.TokenEstimate;

/// What each subject's request is expected to use, said before anything is written.
///
/// The request is measured as far as it can be told: instructions, schema, the subject's own facts.
/// What is still to be written, children's documents and the answer, is expected to be as
/// [ExpectedUse] says. Estimates are for plans alone; nothing that is sent depends on them.
public final class Estimates {

  /// What stands around a child's document in its parent's request: where in the flow, as what, its
  /// name.
  private static final int CHILD_BYTES = 100;

  /// A summary is asked for in 2 to 5 sentences.
  private static final int SUMMARY_BYTES = 500;

  /// What is said around a document that is shown to be kept.
  private static final long EARLIER_BYTES = RequestJson.bytesOfText(Request.keeping(""));

  private final Landscape landscape;
  private final Profile profile;
  private final RequestSettings settings;
  private final ByKind<TokenUse> seen;
  private final Function<SubjectId, Optional<Document>> earlier;
  private final Map<SubjectId, Long> earlierBytes = new HashMap<>();
  private final Map<ContractId, Long> shared = new HashMap<>();
  private final Map<ContractId, Long> beginnings = new HashMap<>();

  /// `seen` is what requests to the model of each kind were seen to use. `earlier` finds the
  /// document that a subject has, and is asked once for each.
  public Estimates(
      Landscape landscape,
      Profile profile,
      RequestSettings settings,
      ByKind<TokenUse> seen,
      Function<SubjectId, Optional<Document>> earlier) {
    this.landscape = landscape;
    this.profile = profile;
    this.settings = settings;
    this.seen = seen;
    this.earlier = earlier;
    Instructions instructions = new Instructions(profile.houseRules(), settings);
    for (Contract contract : profile.contracts()) {
      String beginning = instructions.of(contract);
      shared.put(contract.id(), bytesWithoutFacts(contract, beginning));
      beginnings.put(contract.id(), expected(contract).tokens(RequestJson.bytesOfText(beginning)));
    }
  }

  private long bytesWithoutFacts(Contract contract, String instructions) {
    RequestSettings.Model model = settings.model(contract.id());
    return RequestJson.bytes(
        new Request(
            model.name(),
            instructions,
            RequestRenderer.block(contract, ""),
            contract.schema(),
            model.answerTokensMax(contract)));
  }

  /// What the request for a subject begins with: the same for each of its contract and model.
  public Needs.SharedPrefix prefix(SubjectId subject) {
    ContractId contract = contract(subject).id();
    return new Needs.SharedPrefix(
        RequestPrefix.name(contract, settings.model(contract).name()),
        beginnings.getOrDefault(contract, 0L));
  }

  /// For each of these subjects, in their order, each shown its children in full.
  public Map<SubjectId, TokenEstimate> of(Collection<SubjectId> subjects) {
    return of(subjects, ChildrenSeen.DOCUMENTS, _ -> true);
  }

  /// The same where parents see that of their children; `stored` are those that have a document
  /// before anything is written.
  public Map<SubjectId, TokenEstimate> of(
      Collection<SubjectId> subjects, ChildrenSeen seen, Predicate<SubjectId> stored) {
    LandscapeFacts facts = new LandscapeFacts(landscape);
    ToDoubleFunction<SubjectId> childBytes =
        child ->
            switch (seen) {
              case DOCUMENTS -> documentBytes(child);
              case STORED -> stored.test(child) ? documentBytes(child) : outlineBytes(facts, child);
              case SUMMARIES -> stored.test(child) ? SUMMARY_BYTES : outlineBytes(facts, child);
            };
    Map<SubjectId, TokenEstimate> estimates = new LinkedHashMap<>();
    for (SubjectId id : subjects) {
      Subject subject = landscape.subject(id);
      Contract contract = contract(id);
      double bytes =
          shared.getOrDefault(contract.id(), 0L)
              + RequestJson.bytesOfText(CanonicalJson.text(facts.of(subject).json()))
              + children(id, profile.children().max(seen), childBytes)
              + earlierBytes.computeIfAbsent(id, this::earlierBytes);
      ExpectedUse expected = expected(contract);
      long input =
          Math.min(expected.tokens(bytes), settings.model(contract.id()).contextWindowTokens());
      estimates.put(id, new TokenEstimate(input, expected.answerTokens(contract)));
    }
    return estimates;
  }

  /// What is shown again to be kept.
  private long earlierBytes(SubjectId subject) {
    String model = settings.model(contract(subject).id()).name();
    return earlier
        .apply(subject)
        .filter(document -> Earlier.isBy(model, document))
        .map(document ->
            EARLIER_BYTES + RequestJson.bytesOfText(CanonicalJson.text(document.content())))
        .orElse(0L);
  }

  private double documentBytes(SubjectId child) {
    return expected(contract(child)).documentBytes(contract(child));
  }

  private double outlineBytes(LandscapeFacts facts, SubjectId child) {
    Facts known = facts.of(landscape.subject(child));
    return RequestJson.bytesOfText(CanonicalJson.text(Outline.of(known)));
  }

  private double children(SubjectId parent, int max, ToDoubleFunction<SubjectId> childBytes) {
    return landscape.parts(parent).stream()
        .filter(Landscape.Part::followed)
        .map(Landscape.Part::subject)
        .distinct()
        .limit(max)
        .mapToDouble(child -> CHILD_BYTES + childBytes.applyAsDouble(child))
        .sum();
  }

  private ExpectedUse expected(Contract contract) {
    return new ExpectedUse(seen.of(contract.id()), settings.model(contract.id()).thinkingTokens());
  }

  private Contract contract(SubjectId subject) {
    return profile.contractFor(landscape.subject(subject));
  }
}

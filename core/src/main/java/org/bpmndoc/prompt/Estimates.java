package org.bpmndoc.prompt;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Profile;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.TokenEstimate;

/// What each subject's request is expected to use, said before anything is written.
///
/// A subject's own facts are measured, at [#BYTES_PER_TOKEN]. An answer is expected to be half as
/// long as its contract allows, and thinking to take half of its room; a child is expected to be
/// shown in full. These are starting points: the plan corrects them by what real results used.
public final class Estimates {

  /// For compact JSON and English or Swedish prose with the tokenizers of current models, which
  /// count about 30 % more than older ones, where 4 was usual.
  static final double BYTES_PER_TOKEN = 3.0;

  private Estimates() {}

  /// For each of these subjects, in their order.
  public static Map<SubjectId, TokenEstimate> of(
      Landscape landscape,
      Profile profile,
      RequestSettings settings,
      Collection<SubjectId> subjects) {
    Map<ContractId, Long> shared = new LinkedHashMap<>();
    Instructions instructions = new Instructions(settings.language());
    for (Contract contract : profile.contracts()) {
      shared.put(
          contract.id(),
          TokenBound.of(instructions.of(contract))
              + TokenBound.of(CanonicalJson.text(contract.schema())));
    }
    LandscapeFacts facts = new LandscapeFacts(landscape);
    Map<SubjectId, TokenEstimate> estimates = new LinkedHashMap<>();
    subjects.forEach(id -> {
      Subject subject = landscape.subject(id);
      Contract contract = profile.contractFor(subject);
      long bytes =
          shared.getOrDefault(contract.id(), 0L)
              + TokenBound.of(CanonicalJson.text(facts.of(subject).json()));
      long input =
          (long) Math.ceil(bytes / BYTES_PER_TOKEN) + children(landscape, profile, subject);
      long output = (contract.answerTokensMax() + settings.thinkingTokens()) / 2;
      estimates.put(id, new TokenEstimate(Math.min(input, settings.contextWindowTokens()), output));
    });
    return estimates;
  }

  private static long children(Landscape landscape, Profile profile, Subject subject) {
    return landscape.parts(subject.id()).stream()
        .filter(Landscape.Part::followed)
        .map(Landscape.Part::subject)
        .distinct()
        .limit(ChildrenShown.CHILDREN_MAX)
        .mapToLong(child -> profile.contractFor(landscape.subject(child)).answerTokensMax() / 2)
        .sum();
  }
}

package org.bpmndoc.prompt;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.ModelPrice;
import org.bpmndoc.plan.Needs;
import org.bpmndoc.plan.TokenEstimate;

/// What the subjects still to be written are expected to take. Asked about another subject, it
/// throws.
public record SubjectNeeds(
    Map<ChildrenSeen, Map<SubjectId, TokenEstimate>> tokens,
    Function<SubjectId, ModelPrice> prices,
    Function<SubjectId, SharedPrefix> prefixes,
    BigDecimal costSpread)
    implements Needs<SubjectId> {

  @Override
  public TokenEstimate tokens(SubjectId subject, ChildrenSeen seen) {
    return Optional.ofNullable(tokens.getOrDefault(seen, Map.of()).get(subject)).orElseThrow();
  }

  @Override
  public ModelPrice price(SubjectId subject) {
    return prices.apply(subject);
  }

  @Override
  public Optional<SharedPrefix> prefix(SubjectId subject) {
    return Optional.of(prefixes.apply(subject));
  }
}

package org.bpmndoc.prompt;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.ModelPrice;
import org.bpmndoc.plan.Needs;
import org.bpmndoc.plan.TokenEstimate;

/// What the subjects still to be written are expected to take. Asked about another subject, it
/// throws. `tokens` is asked once for each way of seeing children that is looked at.
public record SubjectNeeds(
    Function<ChildrenSeen, Map<SubjectId, TokenEstimate>> tokens,
    Function<SubjectId, ModelPrice> prices,
    Function<SubjectId, Optional<SharedPrefix>> prefixes,
    BigDecimal costSpread)
    implements Needs<SubjectId> {

  public static SubjectNeeds of(
      Function<ChildrenSeen, Map<SubjectId, TokenEstimate>> tokens,
      Function<SubjectId, ModelPrice> prices,
      Function<SubjectId, Optional<SharedPrefix>> prefixes,
      BigDecimal costSpread) {
    Map<ChildrenSeen, Map<SubjectId, TokenEstimate>> known = new EnumMap<>(ChildrenSeen.class);
    return new SubjectNeeds(
        seen -> known.computeIfAbsent(seen, tokens), prices, prefixes, costSpread);
  }

  @Override
  public TokenEstimate tokens(SubjectId subject, ChildrenSeen seen) {
    return Optional.ofNullable(tokens.apply(seen).get(subject)).orElseThrow();
  }

  @Override
  public ModelPrice price(SubjectId subject) {
    return prices.apply(subject);
  }

  @Override
  public Optional<SharedPrefix> prefix(SubjectId subject) {
    return prefixes.apply(subject);
  }
}

package org.bpmndoc.run;

import java.util.Optional;
import org.bpmndoc.journal.Attempts;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Request;

/// The hard limit on money: what is spent, what is reserved and what is about to be reserved never
/// exceed it.
record Budget(Optional<Usd> limit, Tariff tariff) {

  /// What one attempt may cost at most: the longest prompt and the longest answer it can be billed
  /// for.
  Usd reservation(Prepared work, Channel channel, Attempts before) {
    Request request = work.request(before);
    Usage most = Usage.of(work.promptTokensMax(before), request.answerTokensMax());
    return tariff.cost(request.model(), most, channel);
  }

  boolean allows(Usd more, Attempts attempts) {
    return limit.isEmpty()
        || !attempts.spent().plus(attempts.reserved()).plus(more).isMoreThan(limit.get());
  }

  String shortage(Prepared work, Channel channel, Attempts attempts) {
    return "the budget of %s does not cover the next request: %s spent, %s reserved, %s needed"
        .formatted(
            limit.orElseThrow().toText(),
            attempts.spent().toText(),
            attempts.reserved().toText(),
            reservation(work, channel, attempts).toText());
  }
}

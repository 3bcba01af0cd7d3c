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
    return reservation(work, channel, before, false);
  }

  /// The same where its beginning may be written to the provider's cache, which costs more than a
  /// prompt does.
  Usd reservation(Prepared work, Channel channel, Attempts before, boolean cached) {
    Request request = work.request(before);
    long prompt = work.promptTokensMax(before);
    long written = cached ? Math.min(prompt, request.beginningTokensMax()) : 0;
    Usage most = new Usage(prompt - written, request.answerTokensMax(), 0, written);
    return tariff.cost(request.model(), most, channel);
  }

  boolean allows(Usd more, Attempts attempts) {
    return limit.isEmpty()
        || !attempts.spent().plus(attempts.reserved()).plus(more).isMoreThan(limit.get());
  }

  /// What may still be reserved, where there is a limit.
  Optional<Usd> left(Attempts attempts) {
    return limit.map(most -> most.minus(attempts.spent()).minus(attempts.reserved()));
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

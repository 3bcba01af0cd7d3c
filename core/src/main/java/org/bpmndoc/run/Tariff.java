package org.bpmndoc.run;

import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;

/// What tokens cost with the provider of a run, by the model that was asked.
@FunctionalInterface
public interface Tariff {

  /// Nothing costs anything: the offline writer.
  Tariff FREE = (_, _, _) -> Usd.ZERO;

  Usd cost(String model, Usage usage, Channel channel);
}

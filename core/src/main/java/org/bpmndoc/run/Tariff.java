package org.bpmndoc.run;

import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;

/// What tokens cost with the provider and model of a run.
@FunctionalInterface
public interface Tariff {

  /// Nothing costs anything: the offline writer.
  Tariff FREE = (_, _) -> Usd.ZERO;

  Usd cost(Usage usage, Channel channel);
}

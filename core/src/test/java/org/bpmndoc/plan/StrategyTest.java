package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTest {

  @ParameterizedTest
  @EnumSource
  void a_strategy_is_found_by_its_label(Strategy strategy) {
    assertThat(Strategy.parse(strategy.label())).isEqualTo(strategy);
  }

  @Test
  void an_unknown_strategy_is_answered_with_those_that_exist() {
    assertThatThrownBy(() -> Strategy.parse("Hybrid"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no strategy \"Hybrid\"; there are direct, multi-stage, hybrid, stored,"
                + " summaries, graph, auto");
  }
}

package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.prompt.Request;
import org.junit.jupiter.api.Test;

class VirtualThreadCallsTest {

  private static final CustomId CALL = new CustomId("call");
  private static final Request REQUEST =
      new Request("claude-test", "Write.", "x", House.JSON.createObjectNode(), 100);

  @Test
  void a_call_that_dies_arrives_as_one_nobody_knows_about() throws InterruptedException {
    InstantSource clock = InstantSource.system();
    try (VirtualThreadCalls calls =
        new VirtualThreadCalls(
            _ -> {
              throw new OutOfMemoryError("of this test's own making");
            },
            1,
            clock)) {
      calls.start(CALL, REQUEST);

      assertThat(calls.await(clock.instant().plus(Duration.ofSeconds(20))))
          .hasValueSatisfying(arrival -> {
            assertThat(arrival.id()).isEqualTo(CALL);
            assertThat(((DirectCalls.Arrival.NotCarriedOut) arrival).reason().kind())
                .isEqualTo(Kind.AMBIGUOUS);
          });
    }
  }
}

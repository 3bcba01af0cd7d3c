package org.bpmndoc.testing.simulation;

import java.util.List;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.testing.simulation.Weather.Fault;

/// The provider's count of prompts.
record SimulatedCounts(World world, Weather weather, Oracle oracle) implements CountApi {

  private static final List<Kind> FAILURES =
      List.of(Kind.UNREACHABLE, Kind.AMBIGUOUS, Kind.BUSY, Kind.BUSY, Kind.CREDIT);

  @Override
  public long promptTokens(Request request) throws ProviderException {
    if (weather.strikes(Fault.COUNT_FAILED)) {
      throw weather.failure(FAILURES);
    }
    String text = Prompting.asked(request);
    oracle.counted(text);
    return world.promptTokens(text);
  }
}

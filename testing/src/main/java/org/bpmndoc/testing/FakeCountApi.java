package org.bpmndoc.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.prompt.Request;

/// Counts as it is told to. The next counts can be made to go wrong.
public final class FakeCountApi implements CountApi {

  private final ToLongFunction<Request> promptTokens;
  private final Deque<ProviderException> failures = new ArrayDeque<>();
  private final List<Request> asked = new ArrayList<>();

  public FakeCountApi(ToLongFunction<Request> promptTokens) {
    this.promptTokens = promptTokens;
  }

  /// The next count goes wrong; several calls stand for the next several.
  public void failNext(ProviderException failure) {
    failures.add(failure);
  }

  /// What was to be counted, in order, counts that went wrong included.
  public List<Request> asked() {
    return List.copyOf(asked);
  }

  @Override
  public long promptTokens(Request request) throws ProviderException {
    asked.add(request);
    ProviderException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
    return promptTokens.applyAsLong(request);
  }
}

package org.bpmndoc.batch;

import org.bpmndoc.prompt.Request;

/// Sends one request and waits for its answer, in one attempt. Safe for many threads at once.
public interface DirectApi {

  Outcome send(Request request) throws ProviderException, InterruptedException;
}

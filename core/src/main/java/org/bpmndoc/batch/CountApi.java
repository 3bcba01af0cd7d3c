package org.bpmndoc.batch;

import org.bpmndoc.prompt.Request;

/// Counts the tokens of a prompt, without answering it and without cost.
public interface CountApi {

  /// The tokens of the request as it would be sent, the answer not counted, in one attempt.
  long promptTokens(Request request) throws ProviderException;
}

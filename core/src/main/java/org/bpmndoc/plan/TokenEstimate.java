package org.bpmndoc.plan;

/// What one request is expected to use, in tokens.
public record TokenEstimate(long inputTokens, long outputTokens) {

  public Usage asUsage() {
    return Usage.of(inputTokens, outputTokens);
  }
}

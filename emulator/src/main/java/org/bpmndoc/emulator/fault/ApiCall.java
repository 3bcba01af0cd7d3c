package org.bpmndoc.emulator.fault;

import java.util.Locale;

/// A call of the API.
public enum ApiCall {
  CREATE,
  RETRIEVE,
  LIST,
  RESULTS,
  CANCEL,
  DELETE,
  MESSAGES,
  COUNT_TOKENS;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it is about one batch.
  public boolean namesBatch() {
    return switch (this) {
      case RETRIEVE, RESULTS, CANCEL, DELETE -> true;
      case CREATE, LIST, MESSAGES, COUNT_TOKENS -> false;
    };
  }
}

package org.bpmndoc.batch;

import org.bpmndoc.prompt.Request;

/// One request as it goes into a batch. Where `cached`, the provider is asked to keep what all
/// requests of its contract begin with for an hour, and to read it from there where it has it.
public record BatchItem(CustomId id, Request request, boolean cached) {

  /// Nothing of it is to be kept.
  public BatchItem(CustomId id, Request request) {
    this(id, request, false);
  }
}

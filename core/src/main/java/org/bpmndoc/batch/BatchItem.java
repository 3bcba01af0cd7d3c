package org.bpmndoc.batch;

import org.bpmndoc.prompt.Request;

/// One request as it goes into a batch.
public record BatchItem(CustomId id, Request request) {}

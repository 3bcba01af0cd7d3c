package org.bpmndoc.emulator;

import java.time.Instant;

/// A request that reached the emulator, whether or not it was answered. `path` has its query; keys
/// are not kept.
public record ReceivedRequest(Instant at, String method, String path, String body) {}

package org.bpmndoc.emulator.cache;

import java.util.Optional;

/// A prompt from its start to the end of one block: the hash of all that, its tokens, and how long
/// it is to be kept if there is a breakpoint.
record Prefix(String hash, long tokens, Optional<Lifetime> breakpoint) {}

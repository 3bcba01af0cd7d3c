package org.bpmndoc.run;

import java.time.Instant;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Pseudonyms;

/// The document that a subject had at some time, and the run that last wrote it. `writtenAt` is
/// when that was, as far as the journals tell.
public record Version(
    Fingerprint fingerprint, Pseudonyms pseudonyms, String run, Instant writtenAt) {}

package org.bpmndoc.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Pseudonyms;

/// The document that a subject had at some time, and the run that last wrote it. `writtenAt` is
/// when that was, as far as the journals tell.
public record Version(
    Fingerprint fingerprint, Pseudonyms pseudonyms, String run, Instant writtenAt) {

  /// The document itself, with hidden texts put back; empty where it is not kept. Of all that stood
  /// under the fingerprint it is the last that was written by then.
  Optional<Document> in(DocumentStore store) {
    List<Document> kept = new ArrayList<>(store.earlier(fingerprint));
    store.find(fingerprint).ifPresent(kept::add);
    Optional<Document> written =
        writtenAt.equals(Instant.EPOCH)
            ? kept.stream().findFirst()
            : kept.reversed().stream()
                .filter(document -> !document.origin().writtenAt().isAfter(writtenAt))
                .findFirst();
    return written.map(pseudonyms::restore);
  }
}

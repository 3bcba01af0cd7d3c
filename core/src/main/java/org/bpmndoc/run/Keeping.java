package org.bpmndoc.run;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Request;

/// Shows the document that a subject had to whoever writes it again, so that what still holds stays
/// word for word, and nothing above it has to be written again for other words alone. `before` is
/// what each subject had when the run was begun or taken up.
public record Keeping(
    Renderer renderer,
    Function<Fingerprint, Optional<Document>> documents,
    Map<SubjectId, Assignment> before) {

  public Keeping {
    before = Map.copyOf(before);
  }

  /// A rendered request as it is sent first: with the earlier document where there is one that may
  /// be shown, and where both are sure to fit the window.
  public Request request(SubjectId subject, Rendering rendering) {
    return Optional.ofNullable(before.get(subject))
        .flatMap(had ->
            documents
                .apply(had.fingerprint())
                .flatMap(document -> renderer.earlier(document, had.lineage(), rendering)))
        .map(rendering.request()::withEarlier)
        .filter(request ->
            request.tokensMax() + request.answerTokensMax() <= rendering.contextWindowTokens())
        .orElse(rendering.request());
  }
}

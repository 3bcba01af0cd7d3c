package org.bpmndoc.prompt;

import java.util.List;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.ChildView;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Lineage.Fidelity;
import org.bpmndoc.document.Lineage.Source;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One direct child as it stands in its parent's request: where in the flow (`elements`, aliases),
/// as what, and what is shown of it.
record ShownChild(SubjectId id, List<String> elements, String kind, String name, Shown shown) {

  /// What is shown.
  sealed interface Shown {
    record Written(JsonNode document, Source source, ChildView view) implements Shown {}

    record Missing(String note) implements Shown {}
  }

  /// The same child by its summary alone; no change where that would not be shorter.
  ShownChild shortened() {
    return switch (shown) {
      case Shown.Written written when written.view().fidelity() == Fidelity.FULL -> {
        ShownChild shorter =
            new ShownChild(
                id,
                elements,
                kind,
                name,
                new Shown.Written(
                    written.document(), written.source(), ChildView.summary(written.document())));
        yield shorter.size() < size() ? shorter : this;
      }
      case Shown.Written _, Shown.Missing _ -> this;
    };
  }

  /// Its share of the bound on the prompt.
  long size() {
    return TokenBound.of(CanonicalJson.text(json()));
  }

  ObjectNode json() {
    Fields fields =
        new Fields()
            .text("element", elements.isEmpty() ? "" : elements.getFirst())
            .texts("alsoAt", elements.subList(Math.min(1, elements.size()), elements.size()))
            .text("kind", kind)
            .text("name", name);
    return switch (shown) {
      case Shown.Written written ->
          fields
              .text("fidelity", written.view().fidelity().name().toLowerCase(java.util.Locale.ROOT))
              .text("note", written.view().note())
              .json("document", written.view().content())
              .done();
      case Shown.Missing missing ->
          fields.text("fidelity", "missing").text("note", missing.note()).done();
    };
  }

  Lineage.Seen seen() {
    return switch (shown) {
      case Shown.Written written ->
          new Lineage.Seen(
              id,
              written.view().digest(),
              written.view().fidelity(),
              written.source(),
              written.view().note());
      case Shown.Missing missing ->
          new Lineage.Seen(id, "", Fidelity.MISSING, Source.NONE, missing.note());
    };
  }
}

package org.bpmndoc.prompt;

import java.util.List;
import java.util.Locale;
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

    record Outlined(ChildView view) implements Shown {}

    record Missing(String note) implements Shown {}
  }

  /// The same child by its summary alone; no change where that would not be shorter.
  ShownChild shortened() {
    return switch (shown) {
      case Shown.Written written when written.view().fidelity() == Fidelity.FULL -> {
        ShownChild shorter =
            as(
                new Shown.Written(
                    written.document(), written.source(), ChildView.summary(written.document())));
        yield shorter.size() < size() ? shorter : this;
      }
      case Shown.Written _, Shown.Outlined _, Shown.Missing _ -> this;
    };
  }

  /// The same child without anything that is known of it but its place.
  ShownChild leftOut() {
    return as(new Shown.Missing("left out"));
  }

  private ShownChild as(Shown other) {
    return new ShownChild(id, elements, kind, name, other);
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
      case Shown.Written written -> shown(fields, written.view(), "document");
      case Shown.Outlined outlined -> shown(fields, outlined.view(), "outline");
      case Shown.Missing missing ->
          fields.text("fidelity", "missing").text("note", missing.note()).done();
    };
  }

  private static ObjectNode shown(Fields fields, ChildView view, String as) {
    return fields
        .text("fidelity", view.fidelity().name().toLowerCase(Locale.ROOT))
        .text("note", view.note())
        .json(as, view.content())
        .done();
  }

  Lineage.Seen seen() {
    return switch (shown) {
      case Shown.Written written -> seen(written.view(), written.source());
      case Shown.Outlined outlined -> seen(outlined.view(), Source.NONE);
      case Shown.Missing missing ->
          new Lineage.Seen(id, "", Fidelity.MISSING, Source.NONE, missing.note());
    };
  }

  private Lineage.Seen seen(ChildView view, Source source) {
    return new Lineage.Seen(id, view.digest(), view.fidelity(), source, view.note());
  }
}

package org.bpmndoc.cli;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bpmndoc.document.FieldChange;
import org.bpmndoc.document.WordChanges;
import org.bpmndoc.run.Changes.Change;
import org.bpmndoc.run.Changes.What;

/// One change as HTML, without an empty line, and nothing in it that was not escaped. `prose` does
/// so for texts, `name` for names of subjects and fields; either may come from anybody.
record ChangesHtml(UnaryOperator<String> prose, UnaryOperator<String> name) {

  String change(Change change) {
    String head =
        "<b>"
            + ChangeWords.of(change.what())
            + "</b> <code>"
            + name.apply(PlainText.of(change.subject().value()))
            + "</code>";
    String note = ChangeWords.note(change.what());
    return change.what() instanceof What.Changed changed
        ? "<details><summary>"
            + head
            + " ("
            + RunText.count(changed.fields().size(), "field", "fields")
            + ")</summary>\n<ul>\n"
            + changed.fields().stream().map(this::field).collect(Collectors.joining())
            + "</ul>\n</details>\n"
        : "<p>" + head + (note.isEmpty() ? "" : " (" + note + ")") + "</p>\n";
  }

  private String field(FieldChange field) {
    return "<li><code>"
        + name.apply(PlainText.of(field.path()))
        + "</code>: "
        + marked(field)
        + "</li>\n";
  }

  private String marked(FieldChange field) {
    if (field.isAdded()) {
      return "<ins>" + text(field.nowText()) + "</ins>";
    }
    if (field.isRemoved()) {
      return "<del>" + text(field.beforeText()) + "</del>";
    }
    return WordChanges.of(field.beforeText(), field.nowText()).stream()
        .map(this::piece)
        .collect(Collectors.joining());
  }

  private String piece(WordChanges.Piece piece) {
    String text = text(piece.text());
    return switch (piece.kind()) {
      case SAME -> text;
      case REMOVED -> "<del>" + text + "</del>";
      case ADDED -> "<ins>" + text + "</ins>";
    };
  }

  /// In one line: an empty one would end a block of HTML in Markdown.
  private String text(String text) {
    return prose.apply(PlainText.of(text));
  }
}

package org.bpmndoc.cli;

import java.util.stream.Collectors;
import org.bpmndoc.document.FieldChange;
import org.bpmndoc.document.WordChanges;
import org.bpmndoc.run.Changes;
import org.bpmndoc.run.Changes.Change;
import org.bpmndoc.run.Changes.What;

/// Changes for a terminal: `[-words that are gone-]` and `{+words that are new+}`.
final class ChangesText {

  private ChangesText() {}

  static String of(Changes changes, Since since) {
    StringBuilder text = new StringBuilder();
    line(text, ChangeWords.summary(changes, since));
    changes.all().forEach(change -> change(change, text));
    return text.toString();
  }

  private static void change(Change change, StringBuilder text) {
    String note = ChangeWords.note(change.what());
    line(
        text,
        "%-8s %s%s"
            .formatted(
                ChangeWords.of(change.what()),
                change.subject(),
                note.isEmpty() ? "" : " (" + note + ")"));
    if (change.what() instanceof What.Changed changed) {
      changed.fields().forEach(field -> line(text, "  " + field(field)));
    }
  }

  private static String field(FieldChange field) {
    if (field.isAdded()) {
      return "+ " + field.path() + ": " + field.nowText();
    }
    if (field.isRemoved()) {
      return "- " + field.path() + ": " + field.beforeText();
    }
    return "~ "
        + field.path()
        + ": "
        + WordChanges.of(field.beforeText(), field.nowText()).stream()
            .map(ChangesText::piece)
            .collect(Collectors.joining());
  }

  private static String piece(WordChanges.Piece piece) {
    return switch (piece.kind()) {
      case SAME -> piece.text();
      case REMOVED -> "[-" + piece.text().stripTrailing() + "-]" + after(piece);
      case ADDED -> "{+" + piece.text().stripTrailing() + "+}" + after(piece);
    };
  }

  private static String after(WordChanges.Piece piece) {
    return piece.text().substring(piece.text().stripTrailing().length());
  }

  private static void line(StringBuilder text, String line) {
    text.append(PlainText.of(line)).append(System.lineSeparator());
  }
}

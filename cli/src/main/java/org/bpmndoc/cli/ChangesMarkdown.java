package org.bpmndoc.cli;

import java.util.regex.Pattern;
import org.bpmndoc.run.Changes;
import org.bpmndoc.run.Changes.Change;

/// Changes for a comment on a pull request. The texts are a model's, drawn from files of anybody:
/// nothing in them becomes markup, a mention, a reference or a link.
final class ChangesMarkdown {

  /// A comment on GitHub may have 65,536 characters.
  private static final int LENGTH_MAX = 60_000;

  /// Stands for nothing, and keeps apart what would be a mention, a reference or a link.
  private static final String APART = "\u2060";

  private static final Pattern JOINS =
      Pattern.compile("[@#]|://|\\b(?:www\\.|GH-)", Pattern.CASE_INSENSITIVE);

  private static final int ASCII_MAX = 0x7f;
  private static final String PLAIN = " .,;:'?%";

  private ChangesMarkdown() {}

  static String of(Changes changes, Since since) {
    ChangesHtml html = new ChangesHtml(ChangesMarkdown::prose, ChangesMarkdown::escaped);
    StringBuilder text = new StringBuilder();
    text.append("### ").append(escaped(ChangeWords.summary(changes, since))).append("\n\n");
    int shown = 0;
    for (Change change : changes.all()) {
      String one = html.change(change);
      if (text.length() + one.length() > LENGTH_MAX) {
        break;
      }
      text.append(one).append('\n');
      shown++;
    }
    int left = changes.all().size() - shown;
    if (left > 0) {
      text.append("… and ")
          .append(RunText.count(left, "more subject", "more subjects"))
          .append("\n");
    }
    return text.toString();
  }

  /// In code nothing is a mention, a reference or a link, and what is copied from there stays
  /// whole.
  private static String prose(String text) {
    return escaped(JOINS.matcher(text).replaceAll(found -> found.group() + APART));
  }

  /// Everything that could mean something in Markdown or HTML, by its number.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (Character.isLetterOrDigit(point) || point > ASCII_MAX || PLAIN.indexOf(point) >= 0) {
            escaped.appendCodePoint(point);
          } else {
            escaped.append("&#").append(point).append(';');
          }
        });
    return escaped.toString();
  }
}

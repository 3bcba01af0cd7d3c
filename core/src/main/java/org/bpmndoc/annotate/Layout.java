package org.bpmndoc.annotate;

import java.util.List;
import org.bpmndoc.xml.Tagged;

/// Where in the text of a file something of ours is put, laid out like its neighbours, and how it
/// is taken out so that nothing is left of it.
///
/// What is put in says by its layout what was there before: a line of its own in an element that
/// has nothing else stands in a tag that was empty, right behind a start tag nothing did.
final class Layout {

  private static final String LINE_FEED = "\n";
  private static final String WHITE_SPACE = " \t\r\n";

  private final String text;
  private final String lineEnd;

  Layout(String text) {
    this.text = text;
    this.lineEnd = lineEndOf(text);
  }

  /// How the file's lines end, by its first.
  String lineEnd() {
    return lineEnd;
  }

  private static String lineEndOf(String text) {
    int end = 0;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end == text.length()
        ? LINE_FEED
        : text.startsWith("\r\n", end) ? "\r\n" : text.substring(end, end + 1);
  }

  /// As the first thing in an element.
  Edit first(Tagged element, Tagged parent, String added) {
    if (element.isEmptyTag()) {
      String outer = indentation(element);
      String inner = outer + step(outer, indentation(parent));
      return new Edit(
          element.end() - "/>".length(),
          element.end(),
          ">" + inner + added + outer + "</" + element.prefix() + element.name() + ">");
    }
    int start = element.contentStart();
    int next = start + whiteSpaceFrom(start).length();
    String before = next < element.contentEnd() ? lastLine(text.substring(start, next)) : "";
    return new Edit(start, start, before + added);
  }

  /// Right behind something of people.
  Edit behind(Tagged other, String added) {
    return new Edit(other.end(), other.end(), lastLine(whiteSpaceBefore(other.start())) + added);
  }

  /// Without these of its children.
  List<Edit> without(Tagged element, List<Tagged> ours) {
    return wasEmptyTag(element, ours)
        ? List.of(new Edit(element.contentStart() - 1, element.end(), "/>"))
        : ours.stream()
            .map(found ->
                new Edit(found.start() - whiteSpaceBefore(found.start()).length(), found.end(), ""))
            .toList();
  }

  private boolean wasEmptyTag(Tagged element, List<Tagged> ours) {
    int at = element.contentStart();
    for (Tagged found : ours) {
      if (!isLine(at, found.start())) {
        return false;
      }
      at = found.end();
    }
    return isLine(at, element.contentEnd());
  }

  /// Whether there is nothing but the end of a line, and white space.
  private boolean isLine(int from, int to) {
    String between = text.substring(from, to);
    return !between.isEmpty() && isLineEnd(between.charAt(0)) && between.isBlank();
  }

  /// A new line, as far in as the element's own; a bare one where it shares its line.
  private String indentation(Tagged element) {
    String before = lastLine(whiteSpaceBefore(element.start()));
    return before.isEmpty() || !isLineEnd(before.charAt(0)) ? lineEnd : before;
  }

  /// How much further in a child stands, by how the element stands in its parent.
  private static String step(String own, String parents) {
    return own.startsWith(parents) && own.length() > parents.length()
        ? own.substring(parents.length())
        : own.contains("\t") ? "\t" : "  ";
  }

  /// From the last line end on; all of it where there is none.
  private static String lastLine(String whiteSpace) {
    int end = Math.max(whiteSpace.lastIndexOf('\n'), whiteSpace.lastIndexOf('\r'));
    int start = end > 0 && whiteSpace.startsWith("\r\n", end - 1) ? end - 1 : end;
    return whiteSpace.substring(Math.max(0, start));
  }

  private String whiteSpaceFrom(int start) {
    int end = start;
    while (WHITE_SPACE.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return text.charAt(end) == '<' ? text.substring(start, end) : "";
  }

  /// Between a tag and what stands before it, which is no text.
  private String whiteSpaceBefore(int end) {
    int start = end;
    while (start > 0 && WHITE_SPACE.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return start > 0 && text.charAt(start - 1) == '>' ? text.substring(start, end) : "";
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}

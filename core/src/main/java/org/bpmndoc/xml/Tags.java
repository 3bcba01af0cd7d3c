package org.bpmndoc.xml;

import java.util.Optional;

/// The tags in the text of a well-formed file without a document type declaration, one after the
/// other: where each begins and ends, in characters of the text.
///
/// The JDK's parser says what there is in a file, and is some characters off about where, once it
/// has filled its buffer anew. So whoever asks goes through a file with both, and each tag has to
/// be the one that the parser has read.
final class Tags {

  /// `end` is behind the `>`. `isEmpty` where it is all there is of its element.
  record Tag(int start, int end, boolean isEmpty) {}

  private final String text;
  private int position;

  Tags(String text) {
    this.text = text;
  }

  /// The next tag, which has to be one of that element, the closing one or the other; empty where
  /// it is not.
  Optional<Tag> next(String qualifiedName, boolean closes) {
    int start = nextTag();
    String beginning = (closes ? "</" : "<") + qualifiedName;
    int end = start + beginning.length();
    if (!text.startsWith(beginning, start)
        || end >= text.length()
        || " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
      return Optional.empty();
    }
    char quote = 0;
    for (char c = text.charAt(end); quote != 0 || c != '>'; c = text.charAt(++end)) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    position = end + 1;
    return Optional.of(new Tag(start, position, text.charAt(end - 1) == '/'));
  }

  /// Where the next one begins, behind comments, processing instructions and CDATA; the end of the
  /// text where there is none.
  private int nextTag() {
    int at = text.indexOf('<', position);
    while (at >= 0) {
      String close =
          text.startsWith("<!--", at)
              ? "-->"
              : text.startsWith("<![CDATA[", at) ? "]]>" : text.startsWith("<?", at) ? "?>" : "";
      if (close.isEmpty()) {
        return at;
      }
      int end = text.indexOf(close, at + 2);
      at = end < 0 ? -1 : text.indexOf('<', end + close.length());
    }
    return text.length();
  }
}

package org.bpmndoc.annotate;

import java.util.Comparator;
import java.util.List;

/// Puts `text` in place of what stands from `start` to before `end`, in characters.
record Edit(int start, int end, String text) {

  /// Throws where two of them are about the same characters.
  static String apply(List<Edit> edits, String text) {
    StringBuilder edited = new StringBuilder(text.length());
    int done = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
      if (edit.start < done) {
        throw new IllegalStateException("two edits of one place; this is a bug in ElementEdits");
      }
      edited.append(text, done, edit.start).append(edit.text);
      done = edit.end;
    }
    return edited.append(text, done, text.length()).toString();
  }
}

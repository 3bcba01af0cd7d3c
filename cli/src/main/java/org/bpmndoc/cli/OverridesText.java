package org.bpmndoc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bpmndoc.document.OverrideFile;
import org.bpmndoc.document.OverrideFile.Standing;
import org.bpmndoc.document.OverrideFiles;
import org.bpmndoc.xml.Diagnostic;

/// What people wrote, for a terminal: file by file, what it replaces and extends, whether it
/// counts.
final class OverridesText {

  /// The files come from anywhere, and nothing in their names is to move a cursor.
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private OverridesText() {}

  static String of(OverrideFiles files) {
    if (files.all().isEmpty()) {
      return "Nobody has written anything in %s/.%n".formatted(OverrideFiles.FOLDER);
    }
    StringBuilder text = new StringBuilder();
    for (OverrideFile file : files.all()) {
      text.append("%s  %s%n".formatted(plain(file.file()), state(file)));
      if (file.problems().isEmpty()) {
        text.append("  %s: %s%n".formatted(plain(file.subject().orElse("")), fields(file)));
      } else {
        file.problems().stream()
            .map(Diagnostic::toText)
            .map(problem -> problem.indent(2))
            .forEach(text::append);
      }
    }
    return text.toString();
  }

  static String state(OverrideFile file) {
    return switch (file.standing()) {
      case Standing.Applies _ -> "applies";
      case Standing.SubjectGone _ -> "subject gone";
      case Standing.Broken _ -> "broken";
    };
  }

  private static String fields(OverrideFile file) {
    List<String> fields = new ArrayList<>();
    if (!file.replaces().isEmpty()) {
      fields.add("replaces " + String.join(", ", file.replaces()));
    }
    if (!file.extended().isEmpty()) {
      fields.add("extends " + String.join(", ", file.extended()));
    }
    return plain(String.join("; ", fields));
  }

  private static String plain(String quoted) {
    return CONTROL.matcher(quoted).replaceAll(" ");
  }
}

package org.bpmndoc.cli;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.document.OverrideFile;
import org.bpmndoc.document.OverrideFile.Standing;
import org.bpmndoc.document.OverrideFiles;
import org.bpmndoc.document.Stewardship;
import org.bpmndoc.xml.Diagnostic;

/// What people wrote, for a terminal: file by file, what it replaces and extends, whether it
/// counts.
final class OverridesText {

  private OverridesText() {}

  static String of(OverrideFiles files) {
    if (files.all().isEmpty()) {
      return "Nobody has written anything in %s/.%n".formatted(OverrideFiles.FOLDER);
    }
    StringBuilder text = new StringBuilder();
    for (OverrideFile file : files.all()) {
      text.append("%s  %s%n".formatted(PlainText.of(file.file()), state(file)));
      if (file.problems().isEmpty()) {
        text.append("  %s: %s%n".formatted(PlainText.of(file.subject().orElse("")), fields(file)));
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
    file.stewardship().owner().ifPresent(owner -> fields.add("owner " + owner));
    file.stewardship().version().ifPresent(version -> fields.add("version " + version));
    file.stewardship().review().ifPresent(review -> fields.add(words(review)));
    return PlainText.of(String.join("; ", fields));
  }

  /// `approved by Accounting on 2026-11-20`
  private static String words(Stewardship.Review review) {
    return review.status().word()
        + review.by().map(who -> " by " + who).orElse("")
        + review.date().map(day -> " on " + day).orElse("");
  }
}

package org.bpmndoc.cli;

import java.nio.file.Path;
import org.bpmndoc.bpmn.Diagnostic;
import org.bpmndoc.bpmn.Diagnostic.Severity;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.landscape.UnreadableLandscape;

/// Reads landscapes for the commands.
final class Landscapes {

  private static final int DIAGNOSTICS_SHOWN = 20;

  private Landscapes() {}

  static Landscape read(Path directory) throws Problem {
    try {
      return new LandscapeReader().read(directory);
    } catch (UnreadableLandscape e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  /// A landscape that has something to document; what is wrong with its files is told first.
  static Landscape readForWriting(Path directory, Console console, boolean quiet) throws Problem {
    Landscape landscape = read(directory);
    if (!quiet) {
      tell(landscape, console);
    }
    if (landscape.subjects().isEmpty()) {
      throw new Problem(
          "%s: none of the %d candidate files could be read as BPMN, so there is nothing to document"
              .formatted(directory, landscape.files().candidates()));
    }
    return landscape;
  }

  /// The subject of that name.
  static SubjectId subject(Landscape landscape, String name) throws Problem {
    return landscape.subjects().keySet().stream()
        .filter(subject -> subject.value().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Problem(
                "%s has no subject %s%n  hint: subjects are named FILE#ELEMENT; bpmndoc plan --subjects --json lists those still to write"
                    .formatted(landscape.directory(), name)));
  }

  private static void tell(Landscape landscape, Console console) {
    var serious =
        landscape.diagnostics().stream().filter(d -> d.severity() != Severity.INFO).toList();
    serious.stream()
        .limit(DIAGNOSTICS_SHOWN)
        .map(Diagnostic::toText)
        .forEach(console.err()::println);
    if (serious.size() > DIAGNOSTICS_SHOWN) {
      console
          .err()
          .printf(
              "… and %d more: bpmndoc landscape %s%n",
              serious.size() - DIAGNOSTICS_SHOWN, landscape.directory());
    }
  }
}

package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.landscape.UnreadableLandscape;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;

/// Reads landscapes for the commands.
final class Landscapes {

  private static final int DIAGNOSTICS_SHOWN = 20;

  private Landscapes() {}

  /// The landscape with the links of that file, by default of the one in its folder.
  static Landscape read(Path directory, Optional<Path> links) throws Problem {
    LandscapeReader reader = new LandscapeReader();
    try {
      return links.isPresent() ? reader.read(directory, links.get()) : reader.read(directory);
    } catch (UnreadableLandscape e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  /// A landscape that has something to document; what is wrong with its files is told first. A
  /// links file that cannot be understood is refused: what a person said must not get lost where it
  /// costs money.
  static Landscape readForWriting(
      Path directory, LinksOptions links, Console console, boolean quiet) throws Problem {
    Landscape landscape = read(directory, links.existing());
    List<Diagnostic> unclear =
        ofLinks(landscape).stream().filter(d -> d.severity() == Severity.ERROR).toList();
    if (!unclear.isEmpty()) {
      throw new Problem(unclear.stream().map(Diagnostic::toText).collect(Collectors.joining("\n")));
    }
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

  /// What is wrong with what a person wrote about links.
  static List<Diagnostic> ofLinks(Landscape landscape) {
    return landscape.diagnostics().stream()
        .filter(d -> d.code().startsWith("links-file-") || d.code().startsWith("link-"))
        .toList();
  }

  /// The subject of that name.
  static SubjectId subject(Landscape landscape, String name) throws Problem {
    return landscape.subjects().keySet().stream()
        .filter(subject -> subject.value().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(landscape, name));
  }

  static Problem unknown(Landscape landscape, String name) {
    return new Problem(
        "%s has no subject %s%n  hint: subjects are named FILE#ELEMENT; bpmndoc plan --subjects --json lists those still to write"
            .formatted(landscape.directory(), name));
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
              serious.size() - DIAGNOSTICS_SHOWN,
              CommandWords.quoted(Path.of(landscape.directory())));
    }
  }
}

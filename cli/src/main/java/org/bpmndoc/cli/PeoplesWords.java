package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bpmndoc.document.OverrideFiles;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Profile;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.prompt.LandscapeFacts;
import org.bpmndoc.xml.Diagnostic;

/// Reads what people wrote about the subjects of a landscape, for the commands.
final class PeoplesWords {

  private PeoplesWords() {}

  static OverrideFiles read(Path directory, Landscape landscape, Profile profile) {
    LandscapeFacts facts = new LandscapeFacts(landscape);
    return OverrideFiles.read(
        directory, landscape, profile, subject -> facts.of(subject).aliases().byElement());
  }

  /// Refuses files that cannot be understood: what a person wrote must not get lost where it costs
  /// money, nor on a page. Whose subject is gone is told.
  static Overrides readForWriting(
      Path directory, Landscape landscape, Profile profile, Console console, boolean quiet)
      throws Problem {
    OverrideFiles files = read(directory, landscape, profile);
    if (!files.broken().isEmpty()) {
      throw new Problem(text(files.broken()));
    }
    if (!quiet && !files.gone().isEmpty()) {
      console.err().println(text(files.gone()));
    }
    return files.overrides();
  }

  static String text(List<Diagnostic> problems) {
    return problems.stream().map(Diagnostic::toText).collect(Collectors.joining("\n"));
  }
}

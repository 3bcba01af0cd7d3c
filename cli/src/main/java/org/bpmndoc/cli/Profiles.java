package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.ProfileReading;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.xml.Diagnostic;

/// The profiles of folders and of runs.
final class Profiles {

  private static final String CONTRACT = "/contract.json";

  private Profiles() {}

  /// The one in a folder; what is worth knowing about it is told. Throws all that is wrong with it.
  static Profile in(Path folder, Consumer<Diagnostic> told) throws Problem {
    return switch (ProfileReading.of(folder)) {
      case ProfileReading.Read(var profile, var warnings) -> {
        warnings.forEach(told);
        yield profile;
      }
      case ProfileReading.Refused(var problems) -> throw new Problem(text(problems));
    };
  }

  /// The one that a run was begun with, as it was then.
  static Profile of(Entry.RunStarted run) throws Problem {
    if (run.profile().isEmpty()) {
      return Profile.builtIn();
    }
    return switch (ProfileReading.of(run.profile())) {
      case ProfileReading.Read read -> read.profile();
      case ProfileReading.Refused(var problems) ->
          throw new Problem(
              "this version of bpmndoc cannot read the profile that the run was begun with:\n"
                  + text(problems));
    };
  }

  /// As a run records it: the built-in one comes with the program.
  static Map<String, String> recorded(Profile profile) {
    return isBuiltIn(profile) ? Map.of() : profile.files();
  }

  /// Whether it says what the built-in one says, whatever it is called.
  static boolean isBuiltIn(Profile profile) {
    return profile.digest().equals(Profile.builtIn().digest());
  }

  /// The kinds of documents of a run.
  static List<String> kinds(Entry.RunStarted run) {
    return run.profile().isEmpty()
        ? Profile.builtIn().kinds()
        : run.profile().keySet().stream()
            .filter(path -> path.endsWith(CONTRACT))
            .map(path -> path.substring(0, path.length() - CONTRACT.length()))
            .toList();
  }

  static String text(List<Diagnostic> problems) {
    return problems.stream().map(Diagnostic::toText).collect(Collectors.joining("\n"));
  }
}

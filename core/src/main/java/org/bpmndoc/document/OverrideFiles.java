package org.bpmndoc.document;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bpmndoc.document.OverrideFile.Standing;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.Diagnostic;

/// What people wrote about the subjects of a landscape, file by file, in the order of their names.
///
/// The files come from anywhere. They are read with limits, no symbolic link is followed, and
/// nothing that they name is opened.
public record OverrideFiles(List<OverrideFile> all) {

  /// Where they are, below the landscape's folder.
  public static final String FOLDER = "bpmndoc-overrides";

  public OverrideFiles {
    all = List.copyOf(all);
  }

  /// `aliases` gives the alias of each element that a subject's document may name.
  public static OverrideFiles read(
      Path directory,
      Landscape landscape,
      Profile profile,
      Function<Subject, Map<String, String>> aliases) {
    OverrideReader reader = new OverrideReader(landscape, profile, aliases);
    return new OverrideFiles(
        OverrideFolder.files(directory.resolve(FOLDER), FOLDER).stream()
            .map(found -> reader.read(found.name(), found.text()))
            .toList());
  }

  /// Those that count.
  public Overrides overrides() {
    Map<SubjectId, SubjectOverride> bySubject = new HashMap<>();
    for (OverrideFile file : all) {
      if (file.standing() instanceof Standing.Applies applies) {
        bySubject.put(applies.override().subject(), applies.override());
      }
    }
    return new Overrides(bySubject);
  }

  /// What must be mended before anything is written.
  public List<Diagnostic> broken() {
    return all.stream()
        .filter(file -> file.standing() instanceof Standing.Broken)
        .flatMap(file -> file.problems().stream())
        .toList();
  }

  /// What is said about subjects that are gone.
  public List<Diagnostic> gone() {
    return all.stream()
        .filter(file -> file.standing() instanceof Standing.SubjectGone)
        .flatMap(file -> file.problems().stream())
        .toList();
  }
}

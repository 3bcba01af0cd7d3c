package org.bpmndoc.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bpmndoc.xml.Diagnostic;

/// A profile as it was read, or all that is wrong with it.
public sealed interface ProfileReading {

  /// `warnings` are what is worth knowing and no mistake.
  record Read(Profile profile, List<Diagnostic> warnings) implements ProfileReading {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /// Everything that is wrong with it, at least one thing, and the warnings.
  record Refused(List<Diagnostic> problems) implements ProfileReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// The one in a folder. No symbolic link in it is followed.
  static ProfileReading of(Path folder) {
    return of(new ProfileSource.Folder(folder));
  }

  /// The one that was read from these texts before: [Profile#files].
  static ProfileReading of(Map<String, String> files) {
    return of(new ProfileSource.Kept(files));
  }

  static ProfileReading of(ProfileSource source) {
    return new ProfileReader(source).read();
  }
}

package org.bpmndoc.document;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// One file of what people wrote, and what becomes of it.
///
/// `file` is its name below the landscape's folder. `subject` and the names of the fields are as
/// they stand there, as far as they can be told, and so is who answers for the subject.
public record OverrideFile(
    String file,
    Optional<String> subject,
    List<String> replaces,
    List<String> extended,
    Stewardship stewardship,
    Standing standing) {

  static final String BROKEN = "override-broken";
  static final String GONE = "override-subject-gone";

  public OverrideFile {
    replaces = List.copyOf(replaces);
    extended = List.copyOf(extended);
  }

  /// Whether it counts, and if not, why.
  public sealed interface Standing {
    record Applies(SubjectOverride override) implements Standing {}

    /// The landscape has no such subject, or none any more. `nearest` is what it may be called now.
    record SubjectGone(SourceLocation at, Optional<SubjectId> nearest) implements Standing {}

    /// It cannot be understood, or says what its subject's contract does not allow.
    record Broken(List<Diagnostic> problems) implements Standing {
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// What a person should know about it.
  public List<Diagnostic> problems() {
    return switch (standing) {
      case Standing.Applies _ -> List.of();
      case Standing.Broken broken -> broken.problems();
      case Standing.SubjectGone gone ->
          List.of(
              new Diagnostic(
                  Severity.WARNING,
                  GONE,
                  gone.at(),
                  "expected a subject of this landscape, found \"%s\"; what stands here is shown nowhere"
                      .formatted(subject.orElse("")),
                  gone.nearest()
                      .map(nearest -> "it may be called " + nearest + " now")
                      .orElse("name another subject, or remove the file")));
    };
  }
}

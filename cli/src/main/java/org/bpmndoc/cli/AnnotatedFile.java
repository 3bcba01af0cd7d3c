package org.bpmndoc.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bpmndoc.annotate.Annotated;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.xml.Diagnostic;

/// What is told of one file that was annotated. `diff` is empty where nothing changes or nobody
/// asked for it; `refused` says why the file stays as it is.
record AnnotatedFile(
    String file, List<Annotated.Done> done, String diff, Optional<Diagnostic> refused) {

  AnnotatedFile {
    done = List.copyOf(done);
  }

  static AnnotatedFile of(Annotated annotated, boolean withDiff) {
    return switch (annotated) {
      case Annotated.Refused refused ->
          new AnnotatedFile(refused.file(), List.of(), "", Optional.of(refused.why()));
      case Annotated.Edited edited ->
          new AnnotatedFile(
              edited.file(),
              edited.done(),
              withDiff && edited.isChanged()
                  ? UnifiedDiff.of(edited.file(), edited.textBefore(), edited.text())
                  : "",
              Optional.empty());
    };
  }

  long count(What what) {
    return count(what::equals);
  }

  long count(Predicate<What> wanted) {
    return done.stream().map(Annotated.Done::what).filter(wanted).count();
  }
}

package org.bpmndoc.annotate;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bpmndoc.annotate.Annotated.Edited;
import org.bpmndoc.annotate.Annotated.Refused;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// Makes of the BPMN files of a landscape what a wish wants of them: first all in memory, where
/// each result is proven, then on disk.
public final class Annotating {

  private final Landscape landscape;
  private final ModelFolder folder;
  private final Map<String, List<Subject>> subjects;

  /// Throws where the folder cannot be read.
  public Annotating(Landscape landscape, Path directory) throws IOException {
    this.landscape = landscape;
    this.folder = new ModelFolder(directory);
    this.subjects =
        landscape.subjects().values().stream()
            .collect(Collectors.groupingBy(subject -> subject.id().file()));
  }

  /// Does it, file by file, unless `dryRun`, and gives what `told` makes of each, in their order.
  /// No more files are held at a time than are worked on.
  public <T> List<T> make(Wish wish, boolean dryRun, Function<Annotated, T> told) {
    return landscape.definitions().parallelStream()
        .map(definitions -> prepared(definitions, wish))
        .map(prepared -> told.apply(dryRun ? prepared : written(prepared)))
        .toList();
  }

  Annotated prepared(Definitions definitions, Wish wish) {
    String file = definitions.file();
    try {
      return new FileAnnotation(definitions, subjects.getOrDefault(file, List.of()))
          .of(folder.read(file), wish);
    } catch (IOException e) {
      return unusable(file, e);
    }
  }

  /// What was prepared, where it is anything new. A file that cannot be written does not keep the
  /// others from it.
  Annotated written(Annotated prepared) {
    return switch (prepared) {
      case Edited edited when edited.isChanged() -> {
        try {
          folder.replace(edited.file(), edited.before(), edited.after());
          yield edited;
        } catch (IOException e) {
          yield unusable(edited.file(), e);
        }
      }
      case Edited _, Refused _ -> prepared;
    };
  }

  private static Annotated unusable(String file, IOException cause) {
    String reason =
        cause instanceof FileSystemException known && known.getReason() != null
            ? known.getReason()
            : cause.getClass().getSimpleName();
    return new Refused(
        file,
        new Diagnostic(
            Severity.ERROR,
            "annotate-unusable",
            SourceLocation.wholeFile(file),
            "left as it is: " + reason,
            "check that you may read and write it, and its folder"));
  }
}

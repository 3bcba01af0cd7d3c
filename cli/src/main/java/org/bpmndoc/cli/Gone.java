package org.bpmndoc.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;

/// Tells subjects that are gone from those whose file is there and cannot be read for now.
final class Gone {

  private Gone() {}

  /// Those of these subjects that are in the landscape no more.
  static List<SubjectId> of(Path directory, Landscape landscape, Collection<SubjectId> subjects) {
    return outside(landscape, subjects)
        .filter(subject -> !isUnread(directory, landscape, subject))
        .toList();
  }

  /// Those that nothing can be told of.
  static List<SubjectId> unreadable(
      Path directory, Landscape landscape, Collection<SubjectId> subjects) {
    return outside(landscape, subjects)
        .filter(subject -> isUnread(directory, landscape, subject))
        .toList();
  }

  private static Stream<SubjectId> outside(Landscape landscape, Collection<SubjectId> subjects) {
    return subjects.stream().filter(subject -> !landscape.subjects().containsKey(subject));
  }

  private static boolean isUnread(Path directory, Landscape landscape, SubjectId subject) {
    String file = subject.file();
    return landscape.files().malformed() + landscape.decisionFiles().malformed() > 0
        && landscape.definitions().stream().noneMatch(read -> read.file().equals(file))
        && landscape.decisionModels().stream().noneMatch(read -> read.file().equals(file))
        && Files.exists(directory.resolve(file));
  }
}

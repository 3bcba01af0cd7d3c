package org.bpmndoc.document;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bpmndoc.json.FileCheck;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.LocatedJson.Members;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.TextFile;

/// The files of one profile: read within limits, and kept as they were read.
final class ProfileFiles {

  private static final int LENGTH_MAX = 200_000;

  private final ProfileSource source;
  private final FileCheck check;
  private final Map<String, String> texts = new TreeMap<>();

  ProfileFiles(ProfileSource source, FileCheck check) {
    this.source = source;
    this.check = check;
  }

  /// All that was read, by path.
  Map<String, String> texts() {
    return texts;
  }

  boolean has(String path) {
    return source.file(path).isPresent();
  }

  SourceLocation whole(String path) {
    return SourceLocation.wholeFile(source.name(path));
  }

  /// A text that is not blank. Where there is none, that has been noted.
  Optional<String> text(String path) {
    Optional<TextFile> file = source.file(path);
    if (file.isEmpty()) {
      check.problem("file-missing", whole(path), "expected a file, found none", "write the file");
      return Optional.empty();
    }
    return switch (file.get()) {
      case TextFile.Refused refused -> {
        check.problem("file-unreadable", whole(path), refused.message(), refused.hint());
        yield Optional.empty();
      }
      case TextFile.Text text when text.value().isBlank() -> {
        check.problem(
            "file-empty", whole(path), "expected a text, found an empty file", "write the text");
        yield Optional.empty();
      }
      case TextFile.Text text when text.value().length() > LENGTH_MAX -> {
        check.problem(
            "file-too-large",
            whole(path),
            "expected at most %,d characters, found %,d"
                .formatted(LENGTH_MAX, text.value().length()),
            "shorten it");
        yield Optional.empty();
      }
      case TextFile.Text text -> keep(path, text.value());
    };
  }

  Optional<String> keep(String path, String text) {
    texts.put(path, text);
    return Optional.of(text);
  }

  Optional<LocatedJson> json(String path) {
    return text(path)
        .flatMap(text -> {
          try {
            return Optional.of(
                LocatedJson.parse(source.name(path), text.getBytes(StandardCharsets.UTF_8)));
          } catch (UnusableFileException e) {
            check.problems(e.diagnostics());
            return Optional.empty();
          }
        });
  }

  /// A text of one line; where there is none, that is noted.
  static Optional<String> line(Members in, String name, int lengthMax, FileCheck check) {
    if (in.values().get(name) instanceof LocatedJson.Text text
        && !text.value().isBlank()
        && text.value().length() <= lengthMax
        && text.value().codePoints().noneMatch(Character::isISOControl)) {
      return Optional.of(text.value());
    }
    check.expected(in, name, "a text of one line, of at most " + lengthMax + " characters");
    return Optional.empty();
  }
}

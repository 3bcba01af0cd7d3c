package org.bpmndoc.xml;

import java.util.List;

/// What reading one candidate file came to; `T` is what a file of its kind holds.
public sealed interface FileReading<T> {

  /// The file, relative to the landscape folder.
  String file();

  List<Diagnostic> diagnostics();

  /// What was read of those that could be.
  static <T> List<T> contents(List<FileReading<T>> readings) {
    return readings.stream()
        .<T>mapMulti((reading, contents) -> {
          if (reading instanceof Parsed<T> parsed) {
            contents.accept(parsed.content());
          }
        })
        .toList();
  }

  /// The root element is that of its kind; the diagnostics name what was passed over inside.
  record Parsed<T>(String file, T content, List<Diagnostic> diagnostics) implements FileReading<T> {
    public Parsed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Not readable as XML, refused (document type, limits), or not readable at all.
  record Malformed<T>(String file, List<Diagnostic> diagnostics) implements FileReading<T> {
    public Malformed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Well-formed XML whose root is something else.
  record OtherRoot<T>(String file, String root, List<Diagnostic> diagnostics)
      implements FileReading<T> {
    public OtherRoot {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}

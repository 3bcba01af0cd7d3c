package org.bpmndoc.bpmn;

import java.util.List;

/// What reading one candidate file came to.
public sealed interface FileReading {

  /// The file, relative to the landscape folder.
  String file();

  List<Diagnostic> diagnostics();

  /// The root element is BPMN's `definitions`; the diagnostics name what was passed over inside.
  record Parsed(Definitions definitions, List<Diagnostic> diagnostics) implements FileReading {
    public Parsed {
      diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public String file() {
      return definitions.file();
    }
  }

  /// Not readable as XML, refused (document type, limits), or not readable at all.
  record Malformed(String file, List<Diagnostic> diagnostics) implements FileReading {
    public Malformed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Well-formed XML whose root is something else.
  record OtherRoot(String file, String root, List<Diagnostic> diagnostics) implements FileReading {
    public OtherRoot {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}

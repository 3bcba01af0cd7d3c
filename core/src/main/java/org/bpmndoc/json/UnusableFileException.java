package org.bpmndoc.json;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.bpmndoc.xml.Diagnostic;

/// A JSON file that cannot be used; its diagnostics say where and why, all of it.
public final class UnusableFileException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public UnusableFileException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::toText).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /// At least one.
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}

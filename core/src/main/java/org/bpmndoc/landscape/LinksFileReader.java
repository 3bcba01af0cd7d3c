package org.bpmndoc.landscape;

import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.TextFile;

/// Reads a links file. What is wrong with it is in its diagnostics; it is never an exception, so
/// that the rest of the landscape is read.
final class LinksFileReader {

  private LinksFileReader() {}

  /// The links file of a landscape's folder; a symbolic link is not followed out of it.
  static LinksFile inFolder(Path folder) {
    return TextFile.inFolder(folder, LinksFile.NAME)
        .map(text -> links(text, LinksFile.NAME))
        .orElse(LinksFile.EMPTY);
  }

  static LinksFile read(Path file) {
    return links(TextFile.read(file), file.toString());
  }

  private static LinksFile links(TextFile file, String name) {
    return switch (file) {
      case TextFile.Text text -> LinksYaml.of(name, text.value()).content();
      case TextFile.Refused refused ->
          new LinksFile(List.of(), List.of(), List.of(unreadable(name, refused)));
    };
  }

  static Diagnostic unreadable(String name, TextFile.Refused refused) {
    return new Diagnostic(
        Severity.ERROR,
        "links-file-unreadable",
        SourceLocation.wholeFile(name),
        refused.message(),
        refused.hint());
  }
}

package org.bpmndoc.landscape;

import java.util.List;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;

/// What a person wrote about the links of a landscape, in `bpmndoc-links.yaml`.
///
/// `prefixes` are left out when names are compared. `diagnostics` say what in the file could not be
/// understood; what could is here all the same.
public record LinksFile(List<Entry> links, List<String> prefixes, List<Diagnostic> diagnostics) {

  /// Where it is looked for in the folder of a landscape.
  public static final String NAME = "bpmndoc-links.yaml";

  public static final LinksFile EMPTY = new LinksFile(List.of(), List.of(), List.of());

  /// In place of a process: the call goes to none of this landscape.
  static final String NONE = "none";

  public LinksFile {
    links = List.copyOf(links);
    prefixes = List.copyOf(prefixes);
    diagnostics = List.copyOf(diagnostics);
  }

  /// One line. `call` is `FILE#ELEMENT`; `process` is `FILE#ELEMENT`, a process id, the file of a
  /// single process, or `none`.
  public record Entry(String call, String process, SourceLocation location) {}
}

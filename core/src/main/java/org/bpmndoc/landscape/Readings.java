package org.bpmndoc.landscape;

import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.dmn.DecisionModel;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.FileReading;

/// What reading all files of a folder came to, and what was said about the folder itself.
record Readings(
    List<FileReading<Definitions>> processes,
    List<FileReading<DecisionModel>> decisions,
    List<Diagnostic> ofFolder) {

  /// Of the folder and of every file in it.
  List<Diagnostic> diagnostics() {
    return Stream.of(
            ofFolder.stream(),
            processes.stream().flatMap(reading -> reading.diagnostics().stream()),
            decisions.stream().flatMap(reading -> reading.diagnostics().stream()))
        .flatMap(said -> said)
        .toList();
  }
}

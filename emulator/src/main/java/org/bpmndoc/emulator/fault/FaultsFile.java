package org.bpmndoc.emulator.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// What came of reading a file of faults, in YAML or JSON. One with anything wrong in it is refused
/// as a whole: a fault that silently never strikes would pass for a client that copes with it.
public sealed interface FaultsFile {

  record Read(Faults faults) implements FaultsFile {}

  /// Everything that is wrong with it, at least one thing.
  record Refused(List<Diagnostic> problems) implements FaultsFile {}

  static FaultsFile read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return parse(
          file.toString(),
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return refused(file, "expected UTF-8, found bytes that are none");
    } catch (IOException e) {
      return refused(
          file,
          "expected a file that can be read, found "
              + (Files.isDirectory(file) ? "a folder" : Files.exists(file) ? "" + e : "none"));
    }
  }

  /// `file` names the text in what is said about it.
  static FaultsFile parse(String file, String text) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (FaultEntry entry : FaultsYaml.entries(file, text, problems)) {
      Optional<Fault> fault = FaultReader.read(entry);
      problems.addAll(entry.problems());
      fault.ifPresent(faults::add);
    }
    return problems.isEmpty()
        ? new Read(new Faults(faults))
        : new Refused(problems.stream().sorted().toList());
  }

  private static Refused refused(Path file, String message) {
    return new Refused(List.of(problem(SourceLocation.wholeFile(file.toString()), message)));
  }

  static Diagnostic problem(SourceLocation at, String message) {
    return new Diagnostic(
        Severity.ERROR,
        "faults-file",
        at,
        message,
        "docs/reference/faults.md shows what the file holds");
  }
}

package org.bpmndoc.bpmn;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.FileReading;
import org.bpmndoc.xml.Vocabulary;
import org.bpmndoc.xml.XmlReader;
import org.bpmndoc.xml.XmlTree;

/// Reads one BPMN 2.0 file as real tools write it: unknown elements, wrong order, missing or
/// repeated ids and references that lead nowhere are taken as they are found.
public final class BpmnReader {

  /// That of all elements of BPMN itself.
  public static final String NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          "BPMN",
          "BPMN 2.0",
          NAMESPACE,
          NAMESPACE::equals,
          DIAGRAM::equals,
          "BPMNShape",
          Set.of("name", "errorCode", "escalationCode"),
          Set.of("documentation", "text"));

  private final XmlReader<Definitions> reader = new XmlReader<>(VOCABULARY, BpmnReader::build);

  /// Reads `in` to its end; the caller closes it. `file` is the name for source locations.
  public FileReading<Definitions> read(String file, InputStream in) {
    return reader.read(file, in);
  }

  private static Definitions build(String file, XmlTree tree, List<Diagnostic> diagnostics) {
    Definitions definitions = new DefinitionsBuilder(file, tree, diagnostics).build();
    diagnostics.addAll(References.check(definitions));
    return definitions;
  }
}

package org.bpmndoc.dmn;

import java.io.InputStream;
import java.util.Set;
import java.util.regex.Pattern;
import org.bpmndoc.xml.FileReading;
import org.bpmndoc.xml.Vocabulary;
import org.bpmndoc.xml.XmlReader;

/// Reads one DMN file of any version as real tools write it.
public final class DmnReader {

  private static final Pattern NAMESPACE = Pattern.compile("https?://www\\.omg\\.org/spec/DMN/.+");
  private static final Pattern DIAGRAM =
      Pattern.compile("https?://www\\.omg\\.org/spec/DMN/[^/]+/(DMNDI|DI|DC)/?");

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          "DMN",
          "DMN",
          "https://www.omg.org/spec/DMN/20191111/MODEL/",
          namespace ->
              NAMESPACE.matcher(namespace).matches() && !DIAGRAM.matcher(namespace).matches(),
          namespace -> DIAGRAM.matcher(namespace).matches(),
          "DMNShape",
          Set.of("name", "label"),
          Set.of());

  private final XmlReader<DecisionModel> reader =
      new XmlReader<>(
          VOCABULARY,
          (file, tree, diagnostics) ->
              new DecisionModelBuilder(file, diagnostics).build(tree.root()));

  /// Reads `in` to its end; the caller closes it. `file` is the name for source locations.
  public FileReading<DecisionModel> read(String file, InputStream in) {
    return reader.read(file, in);
  }
}

package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every `FILE.ELEMENT.facts.json` of `facts` is a case: the facts of one subject of `FILE.bpmn` or
/// `FILE.dmn` and the aliases in them. A new case is a new file, which may be empty at first:
/// `-Dbpmndoc.golden=write` fills it, to be read before it is committed.
class GoldenFactsTest {

  static final Path CASES = Path.of("src/test/resources/facts");

  private static final String ENDING = ".facts.json";
  private static final boolean WRITE = "write".equals(System.getProperty("bpmndoc.golden"));
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static Landscape landscape;

  @BeforeAll
  static void read() throws Exception {
    landscape = new LandscapeReader().read(CASES);
  }

  static List<String> cases() throws Exception {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void facts_are_what_their_golden_file_says(String name) throws Exception {
    Subject subject =
        Stream.of(".bpmn#", ".dmn#")
            .map(ending -> new SubjectId(name.replaceFirst("\\.", ending)))
            .filter(landscape.subjects()::containsKey)
            .map(landscape::subject)
            .findFirst()
            .orElseThrow();

    Facts facts = Facts.of(landscape, subject);

    ObjectNode said = PRETTY.createObjectNode();
    said.set("facts", facts.json());
    said.set("aliases", PRETTY.valueToTree(facts.aliases().elementIds()));
    Path golden = CASES.resolve(name + ENDING);
    String text = PRETTY.writeValueAsString(said).replace("\r\n", "\n") + "\n";
    if (WRITE) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}

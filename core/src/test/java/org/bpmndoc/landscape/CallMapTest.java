package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The call maps of some of the `landscapes`, as `map.dot` and `map.mmd` beside their files. Read
/// with Graphviz and Mermaid when they were made; `-Dbpmndoc.golden=write` writes them.
class CallMapTest {

  private static final Path CASES = Path.of("src/test/resources/landscapes");
  private static final boolean WRITE = "write".equals(System.getProperty("bpmndoc.golden"));

  @ParameterizedTest
  @ValueSource(strings = {"hostile-names", "recursion", "recursion-within", "shared"})
  void a_call_map_is_drawn_as_its_golden_files_say(String name) throws Exception {
    Path folder = CASES.resolve(name);
    Landscape landscape = new LandscapeReader().read(folder);

    CallMap map = CallMap.of(landscape, LandscapeReport.of(landscape));

    compare(folder.resolve("map.dot"), CallMapDot.of(map));
    compare(folder.resolve("map.mmd"), CallMapMermaid.of(map));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostile-names", "broken", "bad-files", "recursion"})
  void a_report_is_printed_as_its_golden_file_says(String name) throws Exception {
    Path folder = CASES.resolve(name);
    Landscape landscape = new LandscapeReader().read(folder);

    String text = LandscapeText.of(landscape, LandscapeReport.of(landscape));

    compare(folder.resolve("report.txt"), text.substring(text.indexOf('\n') + 1));
  }

  private static void compare(Path golden, String actual) throws Exception {
    if (WRITE) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}

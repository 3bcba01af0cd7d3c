package org.bpmndoc.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.annotate.Annotated.Edited;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every `NAME.bpmn` of `annotate` is a case: `NAME.written.bpmn` is the same with something about
/// each subject in it, `NAME.beside.bpmn` also where people have said something. A new case is a
/// new file; `-Dbpmndoc.golden=write` writes its two others, to be read before they are committed.
class GoldenAnnotationsTest {

  private static final Path CASES = Path.of("src/test/resources/annotate");
  private static final boolean WRITE = "write".equals(System.getProperty("bpmndoc.golden"));

  @TempDir private Path folder;

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[^.]+\\.bpmn"))
          .map(name -> name.replace(".bpmn", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_file_is_annotated_as_its_golden_files_say(String name) throws Exception {
    byte[] before = Files.readAllBytes(CASES.resolve(name + ".bpmn"));

    compare(name + ".written.bpmn", written(before, false));
    compare(name + ".beside.bpmn", written(before, true));
  }

  private byte[] written(byte[] before, boolean beside) throws Exception {
    Models models = new Models(folder).with(before);
    Wish.Write wish = models.saying(id -> "On <" + id.element() + ">.\nMore of it.");
    wish = new Wish.Write(wish.texts(), beside, Optional.empty());

    assertThat(models.make(wish)).isInstanceOf(Edited.class);
    byte[] after = models.bytes();
    assertThat(models.make(wish))
        .isInstanceOfSatisfying(Edited.class, again -> assertThat(again.isChanged()).isFalse());
    models.make(new Wish.Remove(Optional.empty()));
    assertThat(models.bytes()).as("all of it removed").isEqualTo(before);
    return after;
  }

  private static void compare(String golden, byte[] actual) throws IOException {
    if (WRITE) {
      Files.write(CASES.resolve(golden), actual);
    }
    assertThat(new String(actual, StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(CASES.resolve(golden)));
  }
}

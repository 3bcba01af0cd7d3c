package org.bpmndoc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder of `profiles/broken` is a case: what is in it is laid over the sound profile (a
/// file called `NAME.gone` takes one away), and `diagnostics.txt` is what is said of that.
/// `-Dbpmndoc.golden=write` writes it, to be read before it is committed.
class BrokenProfilesTest {

  private static final Path PROFILES = Path.of("src/test/resources/profiles");
  private static final boolean WRITE = "write".equals(System.getProperty("bpmndoc.golden"));

  @TempDir Path folder;

  private Path profile = Path.of("");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(PROFILES.resolve("broken"))) {
      return folders.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private void lay(Path from) throws IOException {
    profile = folder.resolve("profile");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString();
        Path to = profile.resolve(name.replaceFirst("\\.gone$", ""));
        if (name.endsWith(".gone")) {
          Files.delete(to);
        } else if (!name.equals("diagnostics.txt")) {
          Files.createDirectories(to.resolveSibling("."));
          Files.write(to, Files.readAllBytes(file));
        }
      }
    }
  }

  private String said() {
    List<Diagnostic> said =
        switch (ProfileReading.of(profile)) {
          case ProfileReading.Read read -> read.warnings();
          case ProfileReading.Refused refused -> refused.problems();
        };
    return said.stream()
        .map(one -> one.severity() + " " + one.code() + " " + one.toText() + "\n")
        .collect(Collectors.joining())
        .replace(folder + "/", "");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void all_that_is_wrong_is_said_with_file_and_line(String name) throws IOException {
    lay(PROFILES.resolve("sound"));
    lay(PROFILES.resolve("broken").resolve(name));

    String said = said();

    Path golden = PROFILES.resolve("broken").resolve(name).resolve("diagnostics.txt");
    if (WRITE) {
      Files.writeString(golden, said);
    }
    assertThat(said).isEqualTo(Files.readString(golden));
  }

  @Test
  void of_a_sound_profile_there_is_nothing_to_say() throws IOException {
    lay(PROFILES.resolve("sound"));

    assertThat(said()).isEmpty();
  }

  @Test
  void a_folder_that_is_not_there_is_no_profile() {
    profile = folder.resolve("profile");

    assertThat(said()).startsWith("ERROR profile-missing profile: expected a folder");
  }

  @Test
  void no_symbolic_link_is_followed() throws IOException {
    lay(PROFILES.resolve("sound"));
    Files.move(profile.resolve("note"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(profile.resolve("note"), folder.resolve("elsewhere"));

    assertThat(said())
        .contains("profile/note/contract.json: expected a file, found a symbolic link")
        .contains("profile/note/schema.json: expected a file, found a symbolic link")
        .contains("profile/note/prompt.md: expected a file, found a symbolic link");
  }

  @Test
  void what_is_too_large_or_no_text_is_not_read() throws IOException {
    lay(PROFILES.resolve("sound"));
    Files.writeString(profile.resolve("note/prompt.md"), "points urgent summary ".repeat(10_000));
    Files.write(
        profile.resolve("house-rules.md"), "Regler på svenska".getBytes(StandardCharsets.UTF_16));

    assertThat(said())
        .contains("profile/note/prompt.md: expected at most 200,000 characters, found 220,000")
        .contains("profile/house-rules.md: expected UTF-8");
  }

  @Test
  void there_are_at_most_fifty_kinds() throws IOException {
    lay(PROFILES.resolve("sound"));
    for (int i = 0; i < 50; i++) {
      Files.createDirectories(profile.resolve("kind-" + i));
    }
    Files.createDirectories(profile.resolve(".git"));

    assertThat(said()).contains("profile: expected at most 50 kinds, found 51 folders");
  }
}

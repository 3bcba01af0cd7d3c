package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of docs/how-to/check-in-ci.md do what the page says, recipe by recipe.
class CheckInCiTest {

  private static final Pattern RECIPE =
      Pattern.compile("(?ms)^## ((?:With|Documents) [^\\n]+)$(.*?)(?=^## |\\z)");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(?:yaml|sh)\\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(?:- )?(?:run: )?bpmndoc (.*)$");

  @TempDir Path folder;

  /// What stands in one block: a machine of its own runs it.
  private static List<List<String>> blocks(String recipe) {
    List<List<String>> blocks = new ArrayList<>();
    Matcher fences = FENCE.matcher(recipe);
    while (fences.find()) {
      blocks.add(COMMAND.matcher(fences.group(1)).results().map(found -> found.group(1)).toList());
    }
    return blocks;
  }

  @Test
  void the_recipes_of_the_page_work() throws IOException {
    Matcher recipes =
        RECIPE.matcher(Files.readString(Invocation.ROOT.resolve("docs/how-to/check-in-ci.md")));
    int commands = 0;
    int number = 0;
    while (recipes.find()) {
      Path work = Files.createDirectories(folder.resolve("recipe" + number++));
      Path models =
          Invocation.copy(Invocation.ROOT.resolve("examples/hello"), work.resolve("models"));
      try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
        for (List<String> block : blocks(recipes.group(2))) {
          if (block.getFirst().startsWith("store import")) {
            delete(models.resolve(".bpmndoc"));
          }
          for (String command : block) {
            run(emulator, work, command);
            commands++;
          }
        }
        assertThat(emulator.bill().lines()).as(recipes.group(1)).hasSize(5);
      }
    }
    assertThat(number).isEqualTo(3);
    assertThat(commands).isEqualTo(11);
  }

  /// As in the folder that holds `models`; only `generate` has the key.
  private static void run(Emulator emulator, Path work, String command) {
    boolean writes = command.startsWith("generate ");
    Object[] args =
        Stream.concat(
                Stream.of(command.split(" +")).map(word -> inside(work, word)),
                writes ? Stream.of("--poll", "10ms") : Stream.of())
            .toArray();

    Invocation called = (writes ? Shell.with(emulator) : Shell.empty()).run(args);

    assertThat(called.exitCode()).as(command + ": " + called.out() + called.err()).isZero();
  }

  private static Object inside(Path work, String word) {
    return switch (word) {
      case "models", "badges", "documents.jsonl" -> work.resolve(word);
      default -> word;
    };
  }

  private static void delete(Path state) throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.DriftingWriter;
import org.bpmndoc.emulator.offline.OfflineWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes a landscape once, and then again after each of ten typical edits of one of its files, and
/// prints what that sends and costs as a table of docs/concepts/incremental.md. An emulator answers,
/// in other words each time.
final class Incremental {

  private static final Pattern TASK =
      Pattern.compile("<(\\w+:)?(userTask|serviceTask|task|manualTask|sendTask)\\b([^>]*[^/])>");
  private static final Pattern FLOW =
      Pattern.compile(
          "<(\\w+:)?sequenceFlow id=\"([^\"]+)\"([^>]*)sourceRef=\"([^\"]+)\" targetRef=\"([^\"]+)\"");
  private static final Pattern CONDITION =
      Pattern.compile("(<(?:\\w+:)?conditionExpression[^>]*>)([^<]+)");

  private final Path bpmndoc;
  private final Path work;
  private final Emulator emulator;

  private Incremental(Path bpmndoc, Path work, Emulator emulator) {
    this.bpmndoc = bpmndoc;
    this.work = work;
    this.emulator = emulator;
  }

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("bpmndoc-incremental");
    try (Emulator emulator =
        Emulator.start(
            EmulatorSettings.of(new DriftingWriter(new OfflineWriter())).withoutKeepingBodies())) {
      new Incremental(Path.of(args[0]), work, emulator).run(Path.of(args[1]));
    } finally {
      delete(work);
    }
  }

  private void run(Path landscape) throws Exception {
    Path base = work.resolve("base");
    copy(landscape, base);
    JsonNode all = generate(base);
    String name = file(base);
    System.out.printf(
        "%s: %s subjects, written once with %d requests for $%s; edited is %s%n%n",
        landscape.getFileName(), all.path("subjects"), sent(all), cost(all), name);
    System.out.println("| edit | requests | cost | of a full run |");
    System.out.println("| --- | --- | --- | --- |");
    for (Map.Entry<String, Edit> edit : edits(name).entrySet()) {
      Path copy = work.resolve("copy");
      delete(copy);
      copy(base, copy);
      if (edit.getValue().on(copy)) {
        JsonNode again = generate(copy);
        System.out.printf(
            "| %s | %d | $%s | %s %% |%n",
            edit.getKey(),
            sent(again),
            cost(again),
            again
                .path("costUsd")
                .decimalValue()
                .multiply(BigDecimal.valueOf(100))
                .divide(all.path("costUsd").decimalValue(), 1, RoundingMode.HALF_UP));
      } else {
        System.out.printf("| %s | there is nothing like that in the file | | |%n", edit.getKey());
      }
    }
  }

  /// Changes a copy of the landscape; false where it has nothing to change.
  private interface Edit {
    boolean on(Path landscape) throws IOException;
  }

  private static Map<String, Edit> edits(String file) {
    Map<String, Edit> edits = new LinkedHashMap<>();
    edits.put("a shape moved", in(file, xml -> xml.replaceAll("(Bounds x=\")(\\d)", "$11$2")));
    edits.put("the file formatted anew", in(file, xml -> xml.replaceAll(">\\s*\\n\\s*<", ">\n\n  <")));
    edits.put(
        "saved by another tool",
        in(file, xml ->
            xml.replaceAll(" exporter(Version)?=\"[^\"]*\"", "")
                .replaceFirst("definitions ", "definitions exporter=\"Other\" exporterVersion=\"9\" ")));
    edits.put(
        "the file renamed",
        folder -> {
          Path from = folder.resolve(file);
          Files.move(from, from.resolveSibling("renamed-" + from.getFileName()));
          return true;
        });
    edits.put("a task documented", in(file, xml -> afterTask(xml, "documentation", "Done on paper, too.")));
    edits.put("a task renamed", in(file, xml -> first(TASK, xml, found ->
        found.group().replaceFirst("name=\"([^\"]*)\"", "name=\"$1 with care\""))));
    edits.put("a task put behind another", in(file, Incremental::withAnotherTask));
    edits.put("a condition changed", in(file, xml -> first(CONDITION, xml, found ->
        found.group(1) + found.group(2).replaceFirst("\\$\\{", "\\${changed || "))));
    edits.put("the process renamed", in(file, xml ->
        xml.replaceFirst("(<(?:\\w+:)?process\\b[^>]*? name=\")([^\"]*)\"", "$1$2 anew\"")));
    edits.put(
        "a house rule added",
        folder -> {
          Files.writeString(folder.resolve("bpmndoc.yaml"), "houseRules:\n  - Write short sentences.\n");
          return true;
        });
    return edits;
  }

  private static Edit in(String file, UnaryOperator<String> change) {
    return folder -> {
      String before = Files.readString(folder.resolve(file));
      String after = change.apply(before);
      Files.writeString(folder.resolve(file), after);
      return !after.equals(before);
    };
  }

  private static String first(Pattern pattern, String xml, java.util.function.Function<Matcher, String> by) {
    Matcher found = pattern.matcher(xml);
    return found.find()
        ? xml.substring(0, found.start()) + by.apply(found) + xml.substring(found.end())
        : xml;
  }

  private static String afterTask(String xml, String element, String text) {
    return first(TASK, xml, found -> {
      String prefix = Optional.ofNullable(found.group(1)).orElse("");
      return found.group() + "<" + prefix + element + ">" + text + "</" + prefix + element + ">";
    });
  }

  private static String withAnotherTask(String xml) {
    return first(FLOW, xml, found -> {
      String prefix = Optional.ofNullable(found.group(1)).orElse("");
      return "<%1$suserTask id=\"Added_1\" name=\"Look at it again\"/><%1$ssequenceFlow id=\"Added_2\" sourceRef=\"Added_1\" targetRef=\"%2$s\"/>"
              .formatted(prefix, found.group(5))
          + "<%ssequenceFlow id=\"%s\"%ssourceRef=\"%s\" targetRef=\"Added_1\""
              .formatted(prefix, found.group(2), found.group(3), found.group(4));
    });
  }

  /// The first file whose process others call and that has a task and a condition, else a task.
  private static String file(Path folder) throws IOException {
    StringBuilder everything = new StringBuilder();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(path -> path.toString().endsWith(".bpmn")).sorted().toList();
    }
    for (Path path : files) {
      everything.append(Files.readString(path));
    }
    Path best = files.getFirst();
    int bestScore = -1;
    for (Path path : files) {
      String xml = Files.readString(path);
      Matcher process = Pattern.compile("<(?:\\w+:)?process\\b[^>]*? id=\"([^\"]+)\"").matcher(xml);
      int score =
          (TASK.matcher(xml).find() ? 4 : 0)
              + (CONDITION.matcher(xml).find() ? 1 : 0)
              + (process.find()
                      && everything.indexOf("calledElement=\"" + process.group(1) + "\"") >= 0
                  ? 2
                  : 0);
      if (score > bestScore) {
        best = path;
        bestScore = score;
      }
    }
    return folder.relativize(best).toString();
  }

  private JsonNode generate(Path folder) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                bpmndoc.toString(), "generate", folder.toString(), "--provider", "anthropic", "--yes",
                "--json", "-q", "--poll", "100ms")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("ANTHROPIC_BASE_URL", emulator.baseUrl().toString());
    builder.environment().put("ANTHROPIC_API_KEY", "any");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit > 1) {
      throw new IllegalStateException("generate ended with " + exit + ": " + out);
    }
    return JsonMapper.shared().readTree(out);
  }

  private static int sent(JsonNode report) {
    return report.at("/requests/batch").asInt() + report.at("/requests/direct").asInt();
  }

  private static String cost(JsonNode report) {
    return report.path("costUsd").decimalValue().setScale(4, RoundingMode.HALF_UP).toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.BpmnReader;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.dmn.DecisionModel;
import org.bpmndoc.dmn.DmnReader;
import org.bpmndoc.prompt.Facts;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.FileReading;
import org.junit.jupiter.api.Test;

/// Puts thousands of damaged files through everything that looks at files, each beside the file
/// that it was made from.
///
/// Nothing may throw, and none may ask for more work than its size allows. Work is counted, not
/// timed: what a thread allocates while it reads, and how often it asks a file for more. A seed
/// makes one mutant; a failure names it, and `-Dbpmndoc.fuzz.seed=SEED` makes that one only.
class FuzzTest {

  private static final String BPMN = ".bpmn";
  private static final String DMN = ".dmn";
  private static final int MUTANTS = 20_000;
  private static final int CORPUS_MUTANTS = 4_000;
  private static final int FAILURES_SHOWN = 5;
  private static final int ORIGINAL_BYTES_MAX = 64 * 1024;
  private static final long ALLOCATED_BYTES_MIN = 4 * 1024 * 1024;
  private static final long ALLOCATED_BYTES_PER_BYTE = 400;

  /// A file of nothing but processes of thirty bytes, each with its keys for linking, is the most.
  private static final long BUILDING_BYTES_PER_BYTE = 700;

  private static final int SUBJECTS_MAX = 40;
  private static final List<String> NAMES =
      List.of("mutant", "# mutant", "a folder/mut\rant", "\u202E<mutant>");

  private static final Path ROOT = Path.of(System.getProperty("bpmndoc.root", ".."));
  private static final Long ONLY_SEED = Long.getLong("bpmndoc.fuzz.seed");

  private record Original(String name, byte[] bytes, Readings reading) {
    String ending() {
      return name.endsWith(DMN) ? DMN : BPMN;
    }
  }

  @Test
  void no_damaged_example_does_harm() throws Exception {
    List<Original> originals = new ArrayList<>(originals(ROOT.resolve("examples"), 1));
    originals.addAll(originals(ROOT.resolve("core/src/test/resources"), 1));

    assertThat(failures(originals, MUTANTS)).isEmpty();
  }

  @Test
  void no_damaged_file_of_the_corpora_does_harm() throws Exception {
    Path corpora = ROOT.resolve("../shared/corpora").normalize();
    assumeTrue(Files.exists(corpora), "no corpora beside the repository");

    assertThat(failures(originals(corpora, 5), CORPUS_MUTANTS)).isEmpty();
  }

  /// Every so many of the XML files under a folder, in the order of their names.
  private static List<Original> originals(Path folder, int every) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().matches(".*\\.(bpmn2?|dmn|xml)")).sorted().toList();
    }
    List<Original> originals = new ArrayList<>();
    for (int i = 0; i < files.size(); i += every) {
      byte[] bytes = Files.readAllBytes(files.get(i));
      if (bytes.length <= ORIGINAL_BYTES_MAX) {
        String name = folder.relativize(files.get(i)).toString();
        String ending = name.endsWith(DMN) ? DMN : BPMN;
        originals.add(new Original(name, bytes, read("original" + ending, bytes)));
      }
    }
    return originals;
  }

  private static List<String> failures(List<Original> originals, int mutants) {
    assertThat(originals).hasSizeGreaterThan(20);
    List<byte[]> bytes = originals.stream().map(Original::bytes).toList();
    LongStream seeds =
        ONLY_SEED == null ? LongStream.range(0, mutants).parallel() : LongStream.of(ONLY_SEED);
    return seeds
        .boxed()
        .flatMap(seed -> failure(originals.get((int) (seed % originals.size())), bytes, seed))
        .limit(FAILURES_SHOWN)
        .toList();
  }

  /// The whole of what went wrong, since a seed alone is worth nothing to a reader of a log.
  private static Stream<String> failure(Original original, List<byte[]> others, long seed) {
    Mutation.Mutant mutant = Mutation.of(original.bytes(), others, seed);
    try {
      String name = NAMES.get((int) (seed % NAMES.size())) + original.ending();
      check(original, mutant.bytes(), name);
      return Stream.empty();
    } catch (AssertionError | RuntimeException | StackOverflowError | IOException e) {
      return Stream.of(
          "-Dbpmndoc.fuzz.seed=%d: %s after %s: %s\n    at %s"
              .formatted(
                  seed,
                  original.name(),
                  mutant.kinds(),
                  e,
                  Stream.of(e.getStackTrace()).limit(12).toList()));
    }
  }

  private static void check(Original original, byte[] bytes, String name) throws IOException {
    long before = allocatedBytes();
    Readings reading = read(name, bytes);
    long read = allocatedBytes();
    Readings both = together(reading, original.reading());
    Landscape landscape = LandscapeBuilder.build("fuzz", both, LinksFile.EMPTY);
    long built = allocatedBytes();
    assertThat(read - before)
        .as("bytes allocated while reading %d", bytes.length)
        .isLessThan(ALLOCATED_BYTES_MIN + ALLOCATED_BYTES_PER_BYTE * bytes.length);
    assertThat(built - read)
        .as("bytes allocated while putting %d together", bytes.length)
        .isLessThan(ALLOCATED_BYTES_MIN + BUILDING_BYTES_PER_BYTE * bytes.length);
    reading.processes().forEach(one -> checkReading(one, name, bytes.length));
    reading.decisions().forEach(one -> checkReading(one, name, bytes.length));

    assertThat(landscape.files().candidates() + landscape.decisionFiles().candidates())
        .isEqualTo(2);
    landscape.diagnostics().forEach(FuzzTest::checkDiagnostic);
    landscape.subjects().values().stream()
        .filter(subject -> subject.id().file().equals(name))
        .limit(SUBJECTS_MAX)
        .forEach(subject -> assertThat(Facts.of(landscape, subject).json()).isNotEmpty());
    LandscapeReport report = LandscapeReport.of(landscape);
    assertThat(LandscapeText.of(landscape, report)).isNotEmpty();
    assertThat(LandscapeJson.of(report).toString()).isNotEmpty();
    CallMap map = CallMap.of(landscape, report);
    assertThat(CallMapDot.of(map)).endsWith("}\n");
    assertThat(CallMapMermaid.of(map).lines().toList())
        .hasSize(3 + map.nodes().size() + map.edges().size());
  }

  private static Readings together(Readings one, Readings other) {
    return new Readings(
        Stream.concat(one.processes().stream(), other.processes().stream()).toList(),
        Stream.concat(one.decisions().stream(), other.decisions().stream()).toList(),
        List.of());
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static <T> void checkReading(FileReading<T> reading, String name, int bytes) {
    assertThat(reading.file()).isEqualTo(name);
    switch (reading) {
      case FileReading.Parsed<T> parsed -> assertThat(things(parsed.content())).isLessThan(bytes);
      case FileReading.Malformed<T> malformed -> assertThat(malformed.diagnostics()).hasSize(1);
      case FileReading.OtherRoot<T> other -> assertThat(other.diagnostics()).hasSize(1);
    }
    assertThat(reading.diagnostics()).hasSizeLessThanOrEqualTo(bytes + 1);
    reading.diagnostics().forEach(FuzzTest::checkDiagnostic);
  }

  private static int things(Object content) {
    return switch (content) {
      case Definitions definitions -> definitions.processes().size();
      case DecisionModel model -> model.decisions().size();
      default -> throw new IllegalArgumentException("not a model: " + content);
    };
  }

  private static void checkDiagnostic(Diagnostic diagnostic) {
    assertThat(diagnostic.location().file()).matches("(?s).*\\.(bpmn|dmn)");
    assertThat(diagnostic.location().line()).isNotNegative();
    assertThat(diagnostic.message()).isNotBlank().doesNotContain("null");
    assertThat(diagnostic.toText().lines()).hasSizeLessThanOrEqualTo(2);
  }

  private static Readings read(String name, byte[] bytes) throws IOException {
    try (InputStream in = new EndingOnce(new ByteArrayInputStream(bytes))) {
      return name.endsWith(DMN)
          ? new Readings(List.of(), List.of(new DmnReader().read(name, in)), List.of())
          : new Readings(List.of(new BpmnReader().read(name, in)), List.of(), List.of());
    }
  }

  /// A file that says a few times that it has ended, and then that it has been asked too often.
  private static final class EndingOnce extends java.io.FilterInputStream {
    private int ends;

    EndingOnce(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read < 0 && ++ends > 10) {
        throw new IllegalStateException("read on after the end of the file");
      }
      return read;
    }
  }
}

package org.bpmndoc.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.annotate.Annotated.Edited;
import org.bpmndoc.annotate.Annotated.Refused;
import org.bpmndoc.bpmn.BpmnReader;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.Mutation;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.FileReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged files that are still read: whatever is odd about one, it is edited as it should be. The
/// name of a file is the seed that made it.
class DamagedFilesTest {

  private static final Path ROOT = Path.of(System.getProperty("bpmndoc.root", ".."));
  private static final int MUTANTS = 4_000;

  @TempDir private Path folder;

  @Test
  void what_is_written_into_a_damaged_file_can_be_taken_out_again() throws Exception {
    List<byte[]> originals = originals();
    for (int seed = 0; seed < MUTANTS; seed++) {
      byte[] original = originals.get(seed % originals.size());
      Files.write(folder.resolve(seed + ".bpmn"), Mutation.of(original, originals, seed).bytes());
    }
    Landscape landscape = new LandscapeReader().read(folder);
    Map<SubjectId, String> texts = new LinkedHashMap<>();
    landscape
        .subjects()
        .keySet()
        .forEach(id -> texts.put(id, "On <" + id.element() + ">.\n\u00E5"));

    List<Annotated> prepared =
        new Annotating(landscape, folder)
            .make(new Wish.Write(texts, true, Optional.empty()), true, one -> one);

    assertThat(prepared.stream().filter(one -> one instanceof Refused)).isEmpty();
    assertThat(prepared).hasSizeGreaterThan(MUTANTS / 3);
    assertThat(prepared.stream().map(Edited.class::cast).filter(Edited::isChanged))
        .hasSizeGreaterThan(MUTANTS / 4)
        .allSatisfy(edited ->
            assertThat(removed(edited.after()))
                .as("%s", edited.file())
                .isEqualTo(removed(edited.before())));
  }

  private static byte[] removed(byte[] bytes) {
    FileReading<Definitions> reading =
        new BpmnReader().read("test.bpmn", new ByteArrayInputStream(bytes));
    Definitions definitions = ((FileReading.Parsed<Definitions>) reading).content();
    Annotated removed =
        new FileAnnotation(definitions, List.of()).of(bytes, new Wish.Remove(Optional.empty()));
    return ((Edited) removed).after();
  }

  private static List<byte[]> originals() throws Exception {
    try (Stream<Path> examples = Files.walk(ROOT.resolve("examples"));
        Stream<Path> resources = Files.walk(ROOT.resolve("core/src/test/resources"))) {
      List<Path> files =
          Stream.concat(examples, resources)
              .filter(file -> file.toString().endsWith(".bpmn"))
              .sorted()
              .toList();
      List<byte[]> originals = new ArrayList<>();
      for (Path file : files) {
        originals.add(Files.readAllBytes(file));
      }
      return originals;
    }
  }
}

package org.bpmndoc.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bpmndoc.annotate.Annotated.Edited;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes something into every process and activity of real files, and takes it out again.
class AnnotatingCorporaTest {

  private static final Path ROOT = Path.of(System.getProperty("bpmndoc.root", "."));

  @TempDir private Path models;

  @Test
  void what_is_written_into_real_files_is_no_fact_and_goes_without_a_trace() throws Exception {
    Path corpora = ROOT.resolve("../shared/corpora").normalize();
    assumeTrue(Files.exists(corpora), "no corpora beside the repository");

    writeAndRemove(corpora);
  }

  @Test
  void what_is_written_into_our_own_examples_is_no_fact_and_goes_without_a_trace()
      throws Exception {
    writeAndRemove(ROOT.resolve("examples"));
  }

  private void writeAndRemove(Path originals) throws Exception {
    Landscape landscape = new LandscapeReader().read(originals);
    for (var definitions : landscape.definitions()) {
      copy(originals.resolve(definitions.file()), models.resolve(definitions.file()));
    }
    for (var model : landscape.decisionModels()) {
      copy(originals.resolve(model.file()), models.resolve(model.file()));
    }
    Landscape before = new LandscapeReader().read(models);
    Map<String, byte[]> bytes = bytes();
    Map<SubjectId, String> facts = facts(before);

    List<Edited> written = make(before, new Wish.Write(texts(before, "one"), true, all()));
    assertThat(count(written, What.INSERTED)).isEqualTo(inProcesses(before)).isPositive();
    Landscape annotated = new LandscapeReader().read(models);
    assertThat(facts(annotated)).isEqualTo(facts);

    List<Edited> again = make(annotated, new Wish.Write(texts(annotated, "one"), false, all()));
    assertThat(again).noneMatch(Edited::isChanged);
    assertThat(count(again, What.UNCHANGED)).isEqualTo(inProcesses(before));

    List<Edited> other = make(annotated, new Wish.Write(texts(annotated, "two"), false, all()));
    assertThat(count(other, What.REPLACED)).isEqualTo(inProcesses(before));
    Landscape replaced = new LandscapeReader().read(models);
    assertThat(facts(replaced)).isEqualTo(facts);

    make(replaced, new Wish.Remove(all()));
    Map<String, byte[]> after = bytes();
    assertThat(after.keySet()).isEqualTo(bytes.keySet());
    bytes.forEach((file, was) -> assertThat(after.get(file)).as(file).isEqualTo(was));
  }

  private static Optional<SubjectId> all() {
    return Optional.empty();
  }

  private List<Edited> make(Landscape landscape, Wish wish) throws IOException {
    List<Annotated> made = new Annotating(landscape, models).make(wish, false, one -> one);
    assertThat(made).isNotEmpty().allSatisfy(one -> assertThat(one).isInstanceOf(Edited.class));
    return made.stream().map(Edited.class::cast).toList();
  }

  private static long count(List<Edited> files, What what) {
    return files.stream().mapToLong(file -> file.count(what)).sum();
  }

  private static long inProcesses(Landscape landscape) {
    return landscape.subjects().values().stream()
        .filter(Subject.FlowSubject.class::isInstance)
        .count();
  }

  /// Nobody says such things, and every encoding has to.
  private static Map<SubjectId, String> texts(Landscape landscape, String more) {
    Map<SubjectId, String> texts = new LinkedHashMap<>();
    landscape
        .subjects()
        .keySet()
        .forEach(id ->
            texts.put(
                id,
                "%s of %s: <b>ä € 𝄞</b> ]]> &amp; </bpmn:documentation>\n\nand \"so\" 'on'"
                    .formatted(more, id.element())));
    return texts;
  }

  private static Map<SubjectId, String> facts(Landscape landscape) {
    Map<SubjectId, String> facts = new LinkedHashMap<>();
    for (Subject subject : landscape.subjects().values()) {
      facts.put(subject.id(), CanonicalJson.text(Facts.of(landscape, subject).json()));
    }
    return facts;
  }

  private Map<String, byte[]> bytes() throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(models)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(models.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}

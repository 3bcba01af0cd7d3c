package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteWriterTest {

  private final SiteWriter writer = new SiteWriter();
  private Path models = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    models = Files.createDirectory(folder.resolve("models"));
    out = folder.resolve("site");
  }

  @Test
  void every_subject_has_a_page() throws Exception {
    SiteInput input = Claims.in(models);
    SiteSummary summary = writer.write(input, out);
    input
        .landscape()
        .subjects()
        .keySet()
        .forEach(subject -> assertThat(out.resolve(Format.HTML.page(subject))).isRegularFile());
    assertThat(summary.pages()).isEqualTo(input.landscape().subjects().size() + 3);
    assertThat(summary.unchanged()).isZero();
  }

  @Test
  void the_same_input_gives_the_same_bytes(@TempDir Path other) throws Exception {
    SiteInput input = Claims.in(models);
    writer.write(input, out);
    writer.write(Claims.input(Claims.read(models)), other);
    assertThat(contents(other)).isEqualTo(contents(out));
  }

  @Test
  void only_what_changed_is_written() throws Exception {
    SiteInput input = Claims.in(models);
    SiteSummary first = writer.write(input, out);
    assertThat(writer.write(input, out))
        .isEqualTo(new SiteSummary(first.pages(), 0, first.written(), 0));

    SiteInput renamed =
        new SiteInput("Other title", Locale.ENGLISH, input.landscape(), input.states());
    assertThat(writer.write(renamed, out).written()).isEqualTo(first.pages());
  }

  @Test
  void what_is_no_longer_part_of_the_site_is_removed() throws Exception {
    SiteInput input = Claims.in(models);
    writer.write(input, out);
    Files.delete(models.resolve("payment.bpmn"));
    SiteSummary summary = writer.write(Claims.input(Claims.read(models)), out);
    assertThat(summary.removed()).isEqualTo(3);
    writer.write(Claims.input(Claims.read(models)), out);
    assertThat(contents(out).keySet()).noneMatch(path -> path.contains("payment-"));
  }

  @Test
  void what_others_put_into_the_folder_stays() throws Exception {
    SiteInput input = Claims.in(models);
    writer.write(input, out);
    Files.writeString(out.resolve("subjects/notes.txt"), "mine");
    Files.writeString(out.resolve("bpmndoc-site.txt"), "../models/claim.bpmn\n/etc/hosts\n");
    assertThatThrownBy(() -> writer.write(input, out))
        .isInstanceOf(SiteException.class)
        .hasMessageContaining("is in the way")
        .hasMessageContaining("hint:");
    assertThat(out.resolve("subjects/notes.txt")).hasContent("mine");
    assertThat(models.resolve("claim.bpmn")).exists();
  }

  @Test
  void a_manifest_cannot_make_anything_outside_the_folder_ours() {
    assertThat(
            new Manifest("bpmndoc-site.txt")
                .read("../a\n/b\na/../b\n\nassets/site.css\n.hidden\nC:\\x\n"))
        .containsExactly("assets/site.css");
  }

  @Test
  void a_folder_of_something_else_is_refused() throws Exception {
    SiteInput input = Claims.in(models);
    assertThatThrownBy(() -> writer.write(input, models))
        .isInstanceOf(SiteException.class)
        .hasMessageContaining("found other files and no bpmndoc-site.txt")
        .hasMessageContaining("hint:");
    assertThat(contents(models)).containsOnlyKeys("claim.bpmn", "complaint.bpmn", "payment.bpmn");
    assertThatThrownBy(() -> writer.write(input, models.resolve("claim.bpmn")))
        .isInstanceOf(SiteException.class)
        .hasMessageContaining("found a file");
  }

  @Test
  void a_symbolic_link_does_not_lead_out_of_the_folder() throws Exception {
    SiteInput input = Claims.in(models);
    writer.write(input, out);
    Path elsewhere = Files.createDirectory(out.resolveSibling("elsewhere"));
    Path page = out.resolve("index.html");
    Files.delete(page);
    Files.writeString(elsewhere.resolve("index.html"), "theirs");
    Files.createSymbolicLink(page, elsewhere.resolve("index.html"));
    writer.write(input, out);
    assertThat(elsewhere.resolve("index.html")).hasContent("theirs");
    assertThat(Files.isSymbolicLink(page)).isFalse();

    Files.move(out.resolve("subjects"), elsewhere.resolve("subjects"));
    Files.createSymbolicLink(out.resolve("subjects"), elsewhere.resolve("subjects"));
    Map<String, String> before = contents(elsewhere);
    assertThatThrownBy(() -> writer.write(input, out)).isInstanceOf(SiteException.class);
    assertThat(contents(elsewhere)).isEqualTo(before);
  }

  @Test
  void a_crash_leaves_nothing_that_is_not_known_as_ours() throws Exception {
    SiteInput input = Claims.in(models);
    OutFolder folder = OutFolder.open(out, new Manifest("bpmndoc-site.txt"));
    folder.claim(java.util.Set.of("index.html", "assets/site.css"));
    folder.write("index.html", new byte[] {1});
    Files.write(out.resolve(".bpmndoc-site.part"), new byte[] {2});
    SiteSummary summary = writer.write(input, out);
    assertThat(summary.written()).isEqualTo(contents(out).size() - 1);
    assertThat(out.resolve(".bpmndoc-site.part")).doesNotExist();
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}

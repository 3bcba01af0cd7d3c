package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages as a landscape's configuration wants them.
class SiteLookTest {

  @TempDir Path folder;
  private Path hello;

  @BeforeEach
  void example() {
    hello = Invocation.example("hello", folder);
  }

  private void wants(String site) throws Exception {
    Files.writeString(hello.resolve("bpmndoc.yaml"), "site:\n" + site);
  }

  @Test
  void a_section_that_no_document_has_is_refused_before_anything_is_written() throws Exception {
    wants("  hide: [dependencies]\n  first:\n  - decisions\n  - summary\n");

    Invocation generated = Invocation.of("generate", hello, "--poll", "10ms");

    assertThat(generated.exitCode()).isEqualTo(2);
    assertThat(generated.err())
        .contains("bpmndoc.yaml:5: expected the name of a section (", "found \"summary\"")
        .contains("hint: the summary and the findings are always shown");
    assertThat(hello.resolve(CommonOptions.FOLDER)).doesNotExist();
    assertThat(hello.resolve("bpmndoc-site")).doesNotExist();
  }

  @Test
  void the_pages_are_as_they_are_wanted_and_nothing_is_sent_for_it() throws Exception {
    assertThat(Invocation.of("generate", hello, "--poll", "10ms").exitCode()).isZero();
    Files.writeString(hello.resolve("guide.md"), "# How to read this\n\nSlowly.\n");
    wants("  pages: [guide.md]\n  colors: {accent: \"#7a1f3d\"}\n");

    Invocation site = Invocation.of("site", hello);
    Invocation again = Invocation.of("generate", hello, "--json", "--poll", "10ms");

    assertThat(site.exitCode()).as(site.err()).isZero();
    Path pages = hello.resolve("bpmndoc-site");
    assertThat(pages.resolve("index.html")).content().contains("To read first", "How to read this");
    assertThat(pages.resolve("assets/house-colors.css")).content().contains("--accent: #7a1f3d");
    assertThat(again.json().at("/requests/batch").asInt()).isZero();
  }
}

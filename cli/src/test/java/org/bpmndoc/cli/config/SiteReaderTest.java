package org.bpmndoc.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.site.Look;
import org.bpmndoc.site.Look.Color;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a landscape wants of its pages.
class SiteReaderTest {

  @TempDir Path around;
  private Path folder;

  @BeforeEach
  void files() throws Exception {
    folder = around.resolve("landscape");
    Files.createDirectories(folder.resolve("house"));
    Files.writeString(folder.resolve("house/logo.svg"), "<svg/>");
    Files.writeString(folder.resolve("house/house.css"), "h1 { color: red }");
    Files.writeString(folder.resolve("house/guide.md"), "# Guide\n");
    Files.write(folder.resolve("house/latin.md"), new byte[] {(byte) 0xe4});
    Files.write(folder.resolve("house/large.png"), new byte[1024 * 1024 + 1]);
    Path outside = Files.createFile(around.resolve("outside.css"));
    Files.createSymbolicLink(folder.resolve("house/out.css"), outside);
  }

  private ConfigurationFiles read(String site) throws Exception {
    Files.writeString(folder.resolve("bpmndoc.yaml"), "site:\n" + site);
    return ConfigurationFiles.read(
        Optional.of(folder),
        Optional.empty(),
        Map.of(ConfigurationFiles.VARIABLE, folder.resolve("none.yaml").toString()),
        List.of("offline"));
  }

  @Test
  void what_is_wanted_is_read() throws Exception {
    Files.writeString(folder.resolve("none.yaml"), "");

    ConfigurationFiles read =
        read(
            """
              logo: house/logo.svg
              style: house/house.css
              colors: {accent: "#7A1f3d", accentDark: "#f9b"}
              hide: [dependencies, provenance]
              first: [decisions]
              pages: [house/guide.md]
            """);

    SiteSettings site = ((ConfigurationFiles.Read) read).settings().site().orElseThrow();
    assertThat(site.look())
        .isEqualTo(
            new Look(
                Optional.of(folder.resolve("house/logo.svg")),
                Optional.of(folder.resolve("house/house.css")),
                Map.of(Color.ACCENT, "#7a1f3d", Color.ACCENT_DARK, "#f9b"),
                List.of("dependencies", "provenance"),
                List.of("decisions"),
                List.of(new Look.Page(folder.resolve("house/guide.md"), "# Guide\n"))));
    assertThat(site.named().stream().map(section -> section.name() + section.at()))
        .containsExactly(
            "dependenciesbpmndoc.yaml:5", "provenancebpmndoc.yaml:5", "decisionsbpmndoc.yaml:6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          logo: house/logo.txt           | expected a picture such as images/logo.svg, a file inside
          logo: ../logo.svg              | a file inside the landscape's folder, found
          logo: house/none.png           | expected a picture such as
          logo: house/large.png          | of at most 1 MiB, found
          style: house/out.css           | expected a style sheet such as house.css, a file inside
          style: [a]                     | expected a style sheet such as house.css
          colors: {accent: red}          | expected a color such as "#0a6470", in quotation marks
          colors: {paper: "#fff"}        | expected "accent" or "accentDark", found "paper"
          hide: dependencies             | expected a list of sections such as
          hide: [[a]]                    | expected the name of a section
          pages: [house/logo.svg]        | expected a Markdown file such as docs/guide.md
          pages: [house/latin.md]        | expected UTF-8
          title: Ours                    | expected "logo", "style", "colors", "hide", "first" or "pages"
          """)
  void what_is_wrong_is_told_with_its_line(String line, String message) throws Exception {
    Files.writeString(folder.resolve("none.yaml"), "");

    ConfigurationFiles read = read("  " + line + "\n");

    List<Diagnostic> problems = ((ConfigurationFiles.Refused) read).problems();
    assertThat(problems.getFirst().toText()).startsWith("bpmndoc.yaml:2: ").contains(message);
  }
}

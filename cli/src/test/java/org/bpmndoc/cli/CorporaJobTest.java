package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The main job on real collections, with every strategy.
class CorporaJobTest {

  private static final Path CORPORA = Invocation.ROOT.resolve("../shared/corpora").normalize();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "cf-multiapps, hybrid",
    "cf-multiapps, multi-stage",
    "cf-multiapps, direct",
    "hmcts-civil, hybrid",
    "hmcts-civil, multi-stage",
    "hmcts-civil, direct",
    "mortgage-se-2025.11.29, hybrid",
    "mortgage-se-2025.11.29, multi-stage",
    "mortgage-se-2025.11.29, direct"
  })
  void a_real_collection_is_documented_without_a_failure(String collection, String strategy) {
    Path models = CORPORA.resolve(collection);
    assumeTrue(Files.isDirectory(models), "no corpora beside the repository");

    Invocation generated =
        Invocation.of(
            "generate",
            models,
            "--state",
            folder.resolve("state"),
            "--out",
            folder.resolve("site"),
            "--strategy",
            strategy,
            "--json");

    assertThat(generated.exitCode()).as(generated.err()).isZero();
    JsonNode report = generated.json();
    assertThat(report.get("problems")).isEmpty();
    assertThat(report.get("documented").asInt() + report.get("reused").asInt())
        .isEqualTo(report.get("subjects").asInt());
  }
}

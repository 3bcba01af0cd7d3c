package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.ReceivedRequest;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a landscape says of its own words reaches whoever writes.
class HouseWordsTest {

  private static final String CONFIGURATION =
      """
      glossary:
        Shipment: Everything that leaves the warehouse at once
        Order: What one customer wants
      roles:
        Clerk: Checks orders
      houseRules:
        - Say "customer", never "client".
      """;

  @TempDir Path folder;

  private Path landscape = Path.of("");

  @BeforeEach
  void copy() throws Exception {
    landscape = Invocation.example("hello", folder);
    Files.writeString(landscape.resolve("bpmndoc.yaml"), CONFIGURATION);
  }

  private static Invocation generate(Emulator emulator, Path landscape) {
    Invocation generated =
        Shell.with(emulator)
            .run(
                "generate",
                landscape,
                "--provider",
                "anthropic",
                "--poll",
                "10ms",
                "--yes",
                "--json");
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated;
  }

  @Test
  void every_request_holds_them_and_the_offline_writer_minds_none() throws Exception {
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Invocation generated = generate(emulator, landscape);

      List<String> bodies =
          emulator.requests().stream()
              .map(ReceivedRequest::body)
              .filter(body -> body.contains("You document business processes"))
              .toList();
      assertThat(bodies)
          .isNotEmpty()
          .allSatisfy(body ->
              assertThat(body)
                  .contains("- \\\"Order\\\": \\\"What one customer wants\\\"")
                  .contains("- \\\"Clerk\\\": \\\"Checks orders\\\"")
                  .contains("House rules of this landscape"));
      assertThat(generated.json().path("failed").asInt()).isZero();
    }
  }

  @Test
  void what_would_be_sent_shows_them() throws Exception {
    Path requests = folder.resolve("requests");

    Invocation planned = Invocation.of("plan", landscape, "--requests", requests);

    assertThat(planned.exitCode()).as(planned.err()).isZero();
    try (Stream<Path> files = Files.list(requests)) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).contains("never \\\\\\\"client"));
    }
  }

  @Test
  void another_order_writes_nothing_and_another_word_writes_everything() throws Exception {
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      int subjects = generate(emulator, landscape).json().path("subjects").asInt();

      Files.writeString(
          landscape.resolve("bpmndoc.yaml"),
          """
          houseRules: ['Say "customer", never "client".']
          roles: {Clerk: Checks orders}
          glossary:
            Order: What one customer wants
            Shipment: Everything that leaves the warehouse at once
          """);
      assertThat(generate(emulator, landscape).json().path("reused").asInt()).isEqualTo(subjects);

      Files.writeString(
          landscape.resolve("bpmndoc.yaml"), CONFIGURATION.replace("at once", "together"));
      assertThat(generate(emulator, landscape).json().path("reused").asInt()).isZero();
      assertThat(Invocation.of("site", landscape).exitCode()).isZero();
    }
  }

  @Test
  void a_text_with_something_to_hide_is_2_and_nothing_is_sent() throws Exception {
    Files.writeString(
        landscape.resolve("bpmndoc.yaml"), CONFIGURATION + "redact: {place: warehouse}\n");

    Invocation refused = Invocation.of("generate", landscape);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("bpmndoc.yaml:2: ").doesNotContain("warehouse");
    assertThat(landscape.resolve(".bpmndoc")).doesNotExist();
  }
}

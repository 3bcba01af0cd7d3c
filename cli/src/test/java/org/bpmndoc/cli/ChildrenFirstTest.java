package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.ReceivedRequest;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.prompt.RequestJson;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads out of the requests that a provider received that no parent went before its last child,
/// and that each parent was shown each of its direct children as its lineage says.
class ChildrenFirstTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;

  /// One prompt as it was received: `turn` is the number of the HTTP request it came with.
  private record Sent(int turn, JsonNode facts) {}

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "multi-stage", "direct"})
  void every_parent_was_sent_after_its_children_and_saw_them_all(String strategy) throws Exception {
    Path mortgage = Invocation.example("mortgage", folder);
    Map<String, Sent> sent;
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Invocation generated =
          Shell.with(emulator)
              .run(
                  "generate",
                  mortgage,
                  "--provider",
                  "anthropic",
                  "--yes",
                  "--poll",
                  "10ms",
                  "--strategy",
                  strategy,
                  "-q");
      assertThat(generated.exitCode()).as(generated.err()).isZero();
      sent = byFingerprint(emulator.requests());
    }
    Landscape landscape = new LandscapeReader().read(mortgage);
    Map<SubjectId, Assignment> assignments = assignments(mortgage);

    assertThat(assignments.keySet()).isEqualTo(landscape.subjects().keySet());
    int pairs = 0;
    for (SubjectId parent : landscape.subjects().keySet()) {
      Sent request = request(sent, assignments, parent);
      List<Landscape.Part> parts = landscape.parts(parent);
      List<Lineage.Seen> lineage = assignment(assignments, parent).lineage().children();
      assertThat(lineage.stream().map(Lineage.Seen::child).toList())
          .as(parent.value())
          .containsExactlyInAnyOrderElementsOf(
              parts.stream().map(Landscape.Part::subject).distinct().toList());
      List<JsonNode> shown = request.facts().path("children").valueStream().toList();
      assertThat(shown).hasSameSizeAs(lineage);
      for (int i = 0; i < shown.size(); i++) {
        assertShownAs(shown.get(i), lineage.get(i));
        SubjectId child = lineage.get(i).child();
        if (lineage.get(i).fidelity() != Lineage.Fidelity.MISSING) {
          assertThat(request(sent, assignments, child).turn())
              .as("%s before %s", child, parent)
              .isLessThan(request.turn());
          pairs++;
        }
      }
    }
    assertThat(pairs).isEqualTo(landscape.dependencies().edgeCount());
  }

  private static void assertShownAs(JsonNode shown, Lineage.Seen seen) throws Exception {
    assertThat(shown.get("fidelity").asString())
        .isEqualTo(seen.fidelity().name().toLowerCase(Locale.ROOT));
    if (seen.fidelity() == Lineage.Fidelity.MISSING) {
      assertThat(shown.has("document")).isFalse();
      assertThat(shown.get("note").asString()).isEqualTo(seen.note()).isNotBlank();
    } else {
      assertThat(sha256(shown.get("document"))).isEqualTo(seen.digest());
    }
  }

  private static Sent request(
      Map<String, Sent> sent, Map<SubjectId, Assignment> assignments, SubjectId subject) {
    String fingerprint = assignment(assignments, subject).fingerprint().hex();
    return Optional.ofNullable(sent.get(fingerprint))
        .orElseThrow(() -> new AssertionError("no request was received for " + subject));
  }

  private static Assignment assignment(Map<SubjectId, Assignment> assignments, SubjectId subject) {
    return Optional.ofNullable(assignments.get(subject))
        .orElseThrow(() -> new AssertionError(subject + " has no document"));
  }

  private static Map<SubjectId, Assignment> assignments(Path directory) {
    try (State state =
        State.openExisting(new StateAddress.Folder(directory.resolve(".bpmndoc"))).orElseThrow()) {
      return new LinkedHashMap<>(state.documents().assignments());
    }
  }

  /// Every prompt by the fingerprint that its own words give; none may come twice.
  private static Map<String, Sent> byFingerprint(List<ReceivedRequest> requests) throws Exception {
    Map<String, Sent> sent = new HashMap<>();
    for (int turn = 0; turn < requests.size(); turn++) {
      ReceivedRequest request = requests.get(turn);
      if (request.method().equals("POST")) {
        JsonNode body = JSON.readTree(request.body());
        List<JsonNode> prompts = new ArrayList<>();
        if (request.path().endsWith("/v1/messages")) {
          prompts.add(body);
        } else {
          body.path("requests").forEach(one -> prompts.add(one.get("params")));
        }
        for (JsonNode params : prompts) {
          String text = text(params.get("messages").get(0).get("content"));
          String facts =
              text.substring(text.indexOf("<facts>") + 7, text.indexOf("</facts>")).strip();
          Sent before = sent.put(fingerprint(params, text), new Sent(turn, JSON.readTree(facts)));
          assertThat(before).as("sent twice: %s", facts).isNull();
        }
      }
    }
    return sent;
  }

  private static String fingerprint(JsonNode params, String facts) {
    return RequestJson.fingerprint(
            new Request(
                params.get("model").asString(),
                text(params.get("system")),
                facts,
                params.get("output_config").get("format").get("schema"),
                params.get("max_tokens").asInt()))
        .hex();
  }

  /// The text of a content that is a string, or a list of text blocks.
  private static String text(JsonNode content) {
    return content.isString() ? content.asString() : content.get(0).get("text").asString();
  }

  private static String sha256(JsonNode json) throws Exception {
    String text = JSON.writeValueAsString(json).replace("<", "\\u003c");
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}

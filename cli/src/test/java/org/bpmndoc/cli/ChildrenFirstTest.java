package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Lineage.Fidelity;
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
    Map<String, Sent> sent = generate(mortgage, strategy);
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

  @ParameterizedTest
  @ValueSource(strings = {"stored", "summaries"})
  void parents_that_wait_for_nobody_go_with_their_children_and_saw_what_their_lineage_says(
      String strategy) throws Exception {
    Path mortgage = Invocation.example("mortgage", folder);
    Map<String, Sent> first = generate(mortgage, strategy);
    Map<SubjectId, Assignment> outlined = assignments(mortgage);
    Map<String, Sent> second = generate(mortgage, strategy, "--refresh-stale");
    Map<SubjectId, Assignment> refreshed = assignments(mortgage);

    assertThat(first.values()).extracting(Sent::turn).containsOnly(firstTurn(first));
    assertThat(fidelities(first, outlined))
        .contains(Fidelity.OUTLINE)
        .doesNotContain(Fidelity.FULL);
    assertThat(second.values()).extracting(Sent::turn).containsOnly(firstTurn(second));
    assertThat(fidelities(second, refreshed))
        .contains(strategy.equals("stored") ? Fidelity.FULL : Fidelity.SUMMARY)
        .doesNotContain(Fidelity.OUTLINE);
  }

  private static int firstTurn(Map<String, Sent> sent) {
    return sent.values().iterator().next().turn();
  }

  /// What those that were sent saw of their children; checks that it is what they were shown.
  private static Set<Fidelity> fidelities(
      Map<String, Sent> sent, Map<SubjectId, Assignment> assignments) throws Exception {
    Set<Fidelity> seen = EnumSet.noneOf(Fidelity.class);
    for (Assignment assignment : assignments.values()) {
      Sent request = sent.get(assignment.fingerprint().hex());
      if (request != null) {
        List<Lineage.Seen> lineage = assignment.lineage().children();
        List<JsonNode> shown = request.facts().path("children").valueStream().toList();
        assertThat(shown).hasSameSizeAs(lineage);
        for (int i = 0; i < shown.size(); i++) {
          assertShownAs(shown.get(i), lineage.get(i));
          seen.add(lineage.get(i).fidelity());
        }
      }
    }
    return seen;
  }

  private static Map<String, Sent> generate(Path mortgage, String strategy, String... more)
      throws Exception {
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      List<Object> args =
          new ArrayList<>(
              List.of("generate", mortgage, "--provider", "anthropic", "--yes", "--poll", "10ms"));
      args.addAll(List.of("--strategy", strategy, "-q"));
      args.addAll(List.of(more));
      Invocation generated = Shell.with(emulator).run(args.toArray());
      assertThat(generated.exitCode()).as(generated.err()).isZero();
      return byFingerprint(emulator.requests());
    }
  }

  private static void assertShownAs(JsonNode shown, Lineage.Seen seen) throws Exception {
    assertThat(shown.get("fidelity").asString())
        .isEqualTo(seen.fidelity().name().toLowerCase(Locale.ROOT));
    if (seen.fidelity() == Lineage.Fidelity.MISSING) {
      assertThat(shown.has("document")).isFalse();
      assertThat(shown.get("note").asString()).isEqualTo(seen.note()).isNotBlank();
    } else {
      String as = seen.fidelity() == Fidelity.OUTLINE ? "outline" : "document";
      assertThat(sha256(shown.get(as))).isEqualTo(seen.digest());
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
          Sent before =
              sent.put(
                  fingerprint(params, withoutEarlier(text)), new Sent(turn, JSON.readTree(facts)));
          assertThat(before).as("sent twice: %s", facts).isNull();
        }
      }
    }
    return sent;
  }

  /// A document that is shown for keeping is no part of the fingerprint.
  private static String withoutEarlier(String text) {
    int earlier = text.indexOf("\n\nThis is the document as it was written");
    return earlier < 0 ? text : text.substring(0, earlier);
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

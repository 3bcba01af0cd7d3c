package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.Pseudonyms;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What is shown of the document that a subject had to whoever writes it again.
class EarlierTest {

  private static final Contract EPIC =
      Profile.builtIn().contracts().stream()
          .filter(contract -> contract.id().kind().equals("epic"))
          .findFirst()
          .orElseThrow();
  private static final RequestSettings SETTINGS = new RequestSettings("model", 200_000, "en", 0);
  private static final String CONTENT =
      """
      {"summary":"A <b>clerk</b> files.","flowSteps":[{"text":"It is filed.","elements":["e1","e3"]}],
       "outcomes":[{"condition":"late","flow":"f1"},{"condition":"lost","flow":"f2"}]}
      """;

  private static Document document(ContractId contract, String language) {
    return document(contract, language, "model");
  }

  private static Document document(ContractId contract, String language, String model) {
    return new Document(
        new Fingerprint("ab".repeat(32)),
        contract,
        JsonMapper.shared().readTree(CONTENT),
        List.of(),
        new Document.Origin(
            "fake", model, Channel.BATCH, Usage.NONE, Usd.ZERO, Instant.EPOCH, language));
  }

  private static Lineage then(Map<String, String> elements) {
    return new Lineage(List.of(), Pseudonyms.NONE, "", elements);
  }

  private static Rendering now(Map<String, String> elements) {
    Request request =
        new Request("model", "Write.", "facts", JsonMapper.shared().createObjectNode(), 100);
    return new Rendering(
        request,
        RequestJson.fingerprint(request),
        EPIC,
        then(elements),
        new Aliases(elements),
        request.tokensMax(),
        200_000);
  }

  private static final Map<String, String> BEFORE =
      Map.of("e1", "file", "e3", "archive", "f1", "late-way", "f2", "lost-way");
  private static final Map<String, String> TODAY =
      Map.of("e1", "stamp", "e2", "file", "f1", "lost-way");

  private static Optional<String> shown(RequestSettings settings, Document document) {
    return new Earlier(settings).shown(document, then(BEFORE), now(TODAY));
  }

  @Test
  void aliases_are_those_of_today_and_what_is_gone_is_named_no_more() {
    assertThat(shown(SETTINGS, document(EPIC.id(), "en")).orElseThrow())
        .contains("\"elements\":[\"e2\"]")
        .contains("\"condition\":\"late\",\"flow\":\"\"")
        .contains("\"condition\":\"lost\",\"flow\":\"f1\"");
  }

  @Test
  void no_text_in_it_can_end_the_block_it_stands_in() {
    assertThat(shown(SETTINGS, document(EPIC.id(), "en")).orElseThrow()).doesNotContain("<");
  }

  @Test
  void another_kind_another_version_and_another_language_are_not_shown() {
    assertThat(shown(SETTINGS, document(new ContractId("epic", 1), "en"))).isEmpty();
    assertThat(shown(SETTINGS, document(new ContractId("rule", EPIC.id().version()), "en")))
        .isEmpty();
    assertThat(shown(SETTINGS, document(EPIC.id(), "sv"))).isEmpty();
    assertThat(shown(SETTINGS, document(EPIC.id(), ""))).isEmpty();
  }

  @Test
  void what_another_model_wrote_is_not_to_be_kept() {
    assertThat(shown(SETTINGS, document(EPIC.id(), "en", "offline-writer-1"))).isEmpty();
    assertThat(shown(SETTINGS, document(EPIC.id(), "en", "model2"))).isEmpty();
    assertThat(shown(SETTINGS, document(EPIC.id(), "en", "model-20260901"))).isPresent();
  }

  @Test
  void where_what_its_aliases_meant_is_not_known_it_is_not_shown() {
    assertThat(new Earlier(SETTINGS).shown(document(EPIC.id(), "en"), then(Map.of()), now(TODAY)))
        .isEmpty();
  }

  @Test
  void what_is_to_be_hidden_now_and_stands_in_it_keeps_it_from_being_shown() {
    RequestSettings hiding =
        new RequestSettings(
            SETTINGS.models(),
            "en",
            new Redaction(List.of(Redaction.Rule.of("people", "clerk"))),
            HouseWords.NONE);

    assertThat(shown(hiding, document(EPIC.id(), "en"))).isEmpty();
  }

  @Test
  void the_fingerprint_is_that_of_the_request_without_it() {
    Request request = now(TODAY).request();

    assertThat(request.withEarlier("{}").facts()).startsWith(request.facts() + "\n\nThis is");
    assertThat(now(TODAY).fingerprint()).isEqualTo(RequestJson.fingerprint(request));
  }
}

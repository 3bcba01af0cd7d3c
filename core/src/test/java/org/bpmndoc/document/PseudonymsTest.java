package org.bpmndoc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PseudonymsTest {

  private static final Pseudonyms PSEUDONYMS =
      new Pseudonyms(
          Map.of(
              "«customer-1»", "Acme $1 \\ AB", "«customer-10»", "Globex", "«house-rule-1»", "R"));

  private static Document document(String content) {
    return new Document(
        new Fingerprint("ab".repeat(32)),
        new ContractId("epic", 1),
        JsonMapper.shared().readTree(content),
        List.of(),
        new Document.Origin(
            "fake",
            "model-1",
            Channel.BATCH,
            Usage.NONE,
            new Usd(BigDecimal.ZERO),
            Instant.EPOCH,
            "en"));
  }

  @Test
  void every_text_is_put_back_wherever_it_stands() {
    Document restored =
        PSEUDONYMS.restore(
            document(
                """
                {"summary":"«customer-1»s bill; «customer-10» «customer-10»","rules":["«house-rule-1»"]}
                """));

    assertThat(restored.content().toString())
        .isEqualTo(
            """
            {"summary":"Acme $1 \\\\ ABs bill; Globex Globex","rules":["R"]}\
            """);
    assertThat(restored.findings()).isEmpty();
  }

  @Test
  void what_cannot_be_put_back_stays_and_is_a_finding() {
    Document restored =
        PSEUDONYMS.restore(
            document(
                """
                {"summary":"customer-1 and «Customer-1»","rules":["«customer-7»","a customer-friendly rule"]}
                """));

    assertThat(restored.content().toString())
        .contains("customer-1 and «Customer-1»")
        .contains("«customer-7»");
    assertThat(restored.findings())
        .extracting(Finding::code, Finding::field, Finding::message)
        .containsExactly(
            lost("summary", "customer-1"),
            lost("summary", "«Customer-1»"),
            lost("rules[0]", "«customer-7»"));
  }

  private static org.assertj.core.groups.Tuple lost(String field, String text) {
    return org.assertj.core.groups.Tuple.tuple(
        "pseudonym-lost", field, "\"" + text + "\" stands for nothing that was hidden");
  }

  @Test
  void a_lineage_from_before_there_were_pseudonyms_has_none() {
    Lineage read = JsonMapper.shared().readValue("{\"children\":[]}", Lineage.class);

    assertThat(read).isEqualTo(Lineage.NONE);
    Lineage hidden = new Lineage(List.of(), PSEUDONYMS, "ab".repeat(32), Map.of());
    assertThat(
            JsonMapper.shared()
                .readValue(JsonMapper.shared().writeValueAsString(hidden), Lineage.class))
        .isEqualTo(hidden);
  }
}

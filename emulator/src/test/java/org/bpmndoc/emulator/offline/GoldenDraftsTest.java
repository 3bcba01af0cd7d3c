package org.bpmndoc.emulator.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Compares whole documents with files that somebody has read. `-Dbpmndoc.golden=write` writes them
/// anew, to be read before they are committed.
class GoldenDraftsTest {

  private static final Path FOLDER = Path.of("src/test/resources/offline");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @ParameterizedTest
  @CsvSource({
    "order, en, order.bpmn#order, process",
    "order, en, order.bpmn#pack, sub-process",
    "order, en, order.bpmn#check, user-task",
    "order, en, order.bpmn#dun, call",
    "order, en, order.bpmn#limit, rule",
    "order, en, credit-check.bpmn#credit-check, called-process",
    "refund, en, refund.bpmn#refund, process",
    "refund, en, refund.bpmn#pay, user-task",
    "refund, en, refund.bpmn#receive, receive-task",
    "tillstand, sv, tillstand.bpmn#tillstand, process",
    "tillstand, sv, tillstand.bpmn#granska, user-task",
    "tillstand, sv, tillstand.bpmn#prova, rule",
    "avgift, sv, avgift.bpmn#avgift, process",
    "avgift, sv, avgift.dmn#Avgift, table",
    "avgift, en, avgift.dmn#Avgift, table",
    "avgift, en, avgift.dmn#Zon, expressions",
    "avgift, en, avgift.dmn#Karta, script",
    "avgift, en, avgift.dmn#Tom, nothing",
  })
  void a_draft_reads_as_it_was_found_good(
      String landscape, String language, String subject, String name) throws Exception {
    Map<SubjectId, Desk.Written> written = Desk.write(FOLDER.resolve(landscape), language);
    Path golden = FOLDER.resolve(landscape).resolve(name + "." + language + ".json");
    Desk.Written draft = Objects.requireNonNull(written.get(new SubjectId(subject)));

    assertThat(draft.checked()).isInstanceOf(Checked.Accepted.class);
    String text = MAPPER.writeValueAsString(MAPPER.readTree(draft.text())) + "\n";
    if ("write".equals(System.getProperty("bpmndoc.golden"))) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}

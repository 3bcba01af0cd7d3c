package org.bpmndoc.emulator.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Has every subject of real landscapes written, children first.
class CorporaTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("bpmndoc.root", ".")).resolve("../shared/corpora").normalize();

  @ParameterizedTest
  @CsvSource({
    "cf-multiapps, en",
    "hmcts-civil, en",
    "mortgage-se-2025.11.29, sv",
    "miwg-reference, en",
  })
  void no_draft_is_rejected(String corpus, String language) throws Exception {
    assumeTrue(Files.exists(CORPORA.resolve(corpus)), "no corpora beside the repository");

    Map<SubjectId, Desk.Written> written = Desk.write(CORPORA.resolve(corpus), language);

    assertThat(written.values())
        .isNotEmpty()
        .allSatisfy(draft -> assertThat(draft.checked()).isInstanceOf(Checked.Accepted.class));
    assertThat(findings(written)).doesNotContainKeys("alias-unknown", "text-cleaned");
  }

  private static Map<String, Integer> findings(Map<SubjectId, Desk.Written> written) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Desk.Written draft : written.values()) {
      if (draft.checked() instanceof Checked.Accepted accepted) {
        for (Finding finding : accepted.findings()) {
          counts.merge(finding.code(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}

package org.bpmndoc.emulator.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    assertThat(found(written)).isEmpty();
  }

  /// What the checks find that is more than a note.
  private static List<String> found(Map<SubjectId, Desk.Written> written) {
    List<String> found = new ArrayList<>();
    written.forEach((subject, draft) -> {
      if (draft.checked() instanceof Checked.Accepted accepted) {
        accepted.findings().stream()
            .filter(finding -> finding.grade().isAtLeast(Finding.Grade.GAP))
            .map(finding -> subject + " " + finding)
            .forEach(found::add);
      }
    });
    return found;
  }
}

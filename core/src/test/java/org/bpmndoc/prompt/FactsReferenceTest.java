package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps `docs/reference/facts.md` true: its table of vendors is the table of the code, and it
/// names every field that a request may have.
class FactsReferenceTest {

  private static final Path PAGE = Path.of("../docs/reference/facts.md");

  @Test
  void the_table_of_vendors_has_the_rules_in_their_order() throws Exception {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.startsWith("| path |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(VendorRules.ALL.stream().map(FactsReferenceTest::row).toList());
  }

  private static String row(VendorRule rule) {
    return "| `%s` | %s | `%s` | %s |"
        .formatted(
            rule.path(),
            rule.vendors().stream().sorted().map(Vendor::title).collect(Collectors.joining(", ")),
            rule.fact(),
            rule.saying().name().toLowerCase(Locale.ROOT));
  }

  @Test
  void every_field_of_a_request_is_on_the_page() throws Exception {
    String page = Files.readString(PAGE);

    assertThat(AllowListTest.FIELDS)
        .filteredOn(field -> !field.equals("summary") && !field.equals("flowSteps"))
        .allSatisfy(field -> assertThat(page).containsPattern("[`.]" + field + "`"));
  }
}

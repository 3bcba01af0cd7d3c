package org.bpmndoc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bpmndoc.landscape.LandscapeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ProfileTest {

  static List<Contract> contracts() {
    return Profile.builtIn().contracts();
  }

  @Test
  void every_kind_of_subject_has_its_contract() throws Exception {
    Map<String, String> contracts = new TreeMap<>();
    new LandscapeReader()
        .read(Path.of("src/test/resources/facts"))
        .subjects()
        .values()
        .forEach(subject ->
            contracts.put(
                subject.element().name(), Profile.builtIn().contractFor(subject).id().toString()));

    assertThat(contracts)
        .containsEntry("Fulfil an order", "feature-goal@3")
        .containsEntry("Ship", "feature-goal@3")
        .containsEntry("Cancel", "feature-goal@3")
        .containsEntry("Check the order", "epic@2")
        .containsEntry("Print the label", "epic@2")
        .containsEntry("Stop everything", "epic@2")
        .containsEntry("Ask the credit bureau", "epic@2")
        .containsEntry("Have it signed", "epic@2")
        .containsEntry("Rate the customer", "business-rule@3")
        .containsEntry("Decide on a discount", "business-rule@3")
        .containsEntry("Grade", "business-rule@3");
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void a_schema_stays_within_what_structured_output_can_express(Contract contract) {
    Set<String> keywords = new TreeSet<>();
    int unions = visit(contract.schema(), keywords);

    assertThat(keywords)
        .isSubsetOf(
            "additionalProperties",
            "description",
            "items",
            "properties",
            "required",
            "title",
            "type");
    assertThat(unions).isLessThanOrEqualTo(16);
  }

  /// Looks at a schema and those inside; gives the number of unions in them.
  private static int visit(JsonNode schema, Set<String> keywords) {
    keywords.addAll(schema.propertyNames());
    int unions = schema.path("type").isArray() ? 1 : 0;
    if (schema.path("type").asString("").equals("object")) {
      assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
      assertThat(schema.path("required").valueStream().map(JsonNode::asString))
          .containsExactlyElementsOf(schema.path("properties").propertyNames());
    }
    for (JsonNode property : schema.path("properties")) {
      unions += visit(property, keywords);
    }
    return schema.has("items") ? unions + visit(schema.path("items"), keywords) : unions;
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void what_is_limited_or_checked_is_in_the_schema_and_asked_for_in_the_prompt(Contract contract) {
    for (Contract.Limit limit : contract.limits()) {
      assertThat(property(contract, limit.field()).path("type").asString(""))
          .isEqualTo(limit.unit() == Contract.Unit.ITEMS ? "array" : "string");
    }
    for (Contract.Check check : contract.checks()) {
      assertThat(property(contract, check.field()).at("/items/properties").propertyNames())
          .containsAll(check.kind().item());
    }
    for (String field : contract.schema().path("properties").propertyNames()) {
      assertThat(contract.instructions()).contains("\n- `" + field + "`: ");
    }
  }

  private static JsonNode property(Contract contract, String field) {
    JsonNode schema = contract.schema();
    for (String part : field.split("\\.")) {
      schema = schema.has("items") ? schema.path("items") : schema;
      schema = schema.path("properties").path(part);
    }
    return schema;
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void the_prompt_asks_for_the_counts_that_are_checked(Contract contract) {
    List<String> missing = new ArrayList<>();
    for (Contract.Limit limit : contract.limits()) {
      String top = limit.field().replaceAll("\\..*", "");
      String line =
          contract
              .instructions()
              .lines()
              .filter(found -> found.startsWith("- `" + top + "`: "))
              .findFirst()
              .orElseThrow();
      if (limit.min() > 0 && !line.contains(Integer.toString(limit.min()))) {
        missing.add(line);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void the_longest_answers_are_those_of_the_kinds() {
    assertThat(contracts().stream().map(contract -> contract.title() + contract.answerTokensMax()))
        .containsExactly("Feature Goal6000", "Epic2400", "Business Rule2400");
  }

  @Test
  void its_files_are_all_there_is_to_it() {
    Profile builtIn = Profile.builtIn();

    assertThat(ProfileReading.of(builtIn.files()))
        .isInstanceOfSatisfying(
            ProfileReading.Read.class,
            read -> {
              assertThat(read.warnings()).isEmpty();
              assertThat(read.profile().digest()).isEqualTo(builtIn.digest());
              assertThat(read.profile().files()).isEqualTo(builtIn.files());
            });
  }

  @Test
  void its_digest_is_over_what_makes_a_difference() {
    assertThat(digestAfter("profile.json", "built-in", "ours"))
        .isEqualTo(Profile.builtIn().digest());
    assertThat(digestAfter("epic/contract.json", "\n", "\n\n"))
        .isEqualTo(Profile.builtIn().digest());
    assertThat(
            List.of(
                digestAfter("profile.json", "30", "20"),
                digestAfter("house-rules.md", "plain", "short"),
                digestAfter("epic/prompt.md", "You", "One"),
                digestAfter("epic/contract.json", "[4, 6]", "[4, 7]"),
                digestAfter("epic/schema.json", "full", "whole")))
        .doesNotHaveDuplicates()
        .doesNotContain(Profile.builtIn().digest());
  }

  private static String digestAfter(String file, String from, String to) {
    Map<String, String> files = new TreeMap<>(Profile.builtIn().files());
    files.computeIfPresent(file, (_, text) -> text.replace(from, to));
    return ProfileReading.of(files) instanceof ProfileReading.Read read
        ? read.profile().digest()
        : "refused";
  }
}

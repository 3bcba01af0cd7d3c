package org.bpmndoc.document.check;

import com.networknt.schema.InvalidSchemaException;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.CleanText;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells whether the text a model answered is a document of its contract.
///
/// What breaks the schema, is no JSON, or says nothing at all is rejected. What the schema cannot
/// express (how many items there are, whether it agrees with its model) is a finding, and the
/// answer a document all the same. Pure; each schema is compiled once.
public final class AnswerCheck {

  /// Longer answers are not read, in characters.
  static final int CHARACTERS_MAX = 2_000_000;

  static final int DEPTH_MAX = 32;
  private static final int REASONS_MAX = 20;
  private static final String FENCE = "```";

  private static final Finding NOT_AT_HAND =
      new Finding(
          Finding.Grade.NOTE,
          "not-checked",
          "",
          "the model has changed since it was sent, so this was not checked against it");

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final Map<ContractId, Schema> schemas = new LinkedHashMap<>();

  /// Throws IllegalArgumentException where a schema is none.
  public AnswerCheck(Collection<Contract> contracts) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (Contract contract : contracts) {
      try {
        schemas.put(contract.id(), registry.getSchema(contract.schema()));
      } catch (InvalidSchemaException e) {
        throw new IllegalArgumentException("the schema of " + contract.id() + " is none", e);
      }
    }
  }

  /// `grounds` is what the request that was answered says of the model. Where nobody knows that any
  /// more, a note says that the document was not checked against it.
  public Checked check(Contract contract, String answerText, Optional<Grounds> grounds) {
    Schema schema = schemas.get(contract.id());
    if (schema == null) {
      throw new IllegalArgumentException("this check was not made for " + contract.id());
    }
    if (answerText.length() > CHARACTERS_MAX) {
      return rejected(
          "expected at most "
              + CHARACTERS_MAX
              + " characters, found "
              + String.format(Locale.ROOT, "%d", answerText.length()));
    }
    if (answerText.isBlank()) {
      return rejected("expected one JSON object, found nothing");
    }
    if (answerText.stripLeading().startsWith(FENCE)) {
      return rejected("expected one JSON object and nothing around it, found a code fence");
    }
    JsonNode answer;
    try {
      answer = mapper.readTree(answerText);
    } catch (JacksonException e) {
      return rejected("expected one JSON object, found: " + e.getOriginalMessage());
    }
    List<String> broken = schemaErrors(schema, answer);
    if (!broken.isEmpty()) {
      return new Checked.Rejected(broken);
    }
    CleanText.Cleaned cleaned = CleanText.of(answer);
    if (cleaned.content().path("summary").asString("").isBlank()) {
      return rejected("$.summary: expected at least a sentence, found nothing");
    }
    List<Finding> findings = new ArrayList<>(cleaned.findings());
    findings.addAll(ShapeChecks.limits(contract, cleaned.content()));
    findings.addAll(
        grounds
            .map(known -> ModelChecks.all(contract, cleaned.content(), known))
            .orElse(List.of(NOT_AT_HAND)));
    return new Checked.Accepted(cleaned.content(), findings);
  }

  private static List<String> schemaErrors(Schema schema, JsonNode answer) {
    return schema
        .validate(
            answer, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .limit(REASONS_MAX)
        .toList();
  }

  private static Checked rejected(String reason) {
    return new Checked.Rejected(List.of(reason));
  }
}

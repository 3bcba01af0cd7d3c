package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bpmndoc.emulator.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the offline writer understands of a Messages request; `decision` is there where one is
/// asked about.
record Request(
    Facts facts,
    Optional<Decision> decision,
    Kind kind,
    JsonNode schema,
    String language,
    long answerTokensMax) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String OPEN = "<facts>";
  private static final String CLOSE = "</facts>";

  /// Stands at the end of the instructions; so the last one counts.
  private static final Pattern LANGUAGE =
      Pattern.compile("language with the tag `([A-Za-z0-9-]+)`");

  /// What there is to say of a subject, told by its type. Into what it is put the schema says.
  enum Kind {
    FEATURE_GOAL,
    EPIC,
    BUSINESS_RULE;

    static Kind of(String type) {
      return switch (type) {
        case "process", "subProcess", "transaction", "adHocSubProcess" -> FEATURE_GOAL;
        case "businessRuleTask", "decision" -> BUSINESS_RULE;
        default -> EPIC;
      };
    }
  }

  /// A request, or why it is none.
  sealed interface Reading {
    record Read(Request request) implements Reading {}

    record Refused(Answer.Refused answer) implements Reading {}
  }

  static Reading read(JsonNode params) {
    JsonNode schema = params.at("/output_config/format/schema");
    if (!schema.path("properties").isObject()) {
      return refused(
          "output_config.format.schema: the offline writer needs the schema of an object, found"
              + " none");
    }
    String said = messages(params.path("messages"));
    List<String> blocks = blocks(said);
    if (blocks.size() != 1) {
      return refused(
          "messages: the offline writer needs exactly one block between "
              + OPEN
              + " and "
              + CLOSE
              + ", found "
              + blocks.size());
    }
    try {
      JsonNode json = MAPPER.readTree(blocks.getFirst());
      if (json.path("subject").isObject()) {
        return new Reading.Read(
            new Request(
                FactsReader.of(json),
                Decision.isOne(json) ? Optional.of(Decision.of(json)) : Optional.empty(),
                Kind.of(json.at("/subject/type").asString("")),
                schema,
                language(params.path("system")),
                params.path("max_tokens").asLong(Long.MAX_VALUE)));
      }
      return refused("messages: the block of facts has no subject");
    } catch (JacksonException e) {
      return refused("messages: the block of facts is no JSON: " + e.getOriginalMessage());
    }
  }

  /// What stands between the marks; an open block counts, too.
  private static List<String> blocks(String said) {
    return Pattern.compile(OPEN, Pattern.LITERAL)
        .splitAsStream(said)
        .skip(1)
        .map(rest -> rest.contains(CLOSE) ? rest.substring(0, rest.indexOf(CLOSE)) : rest)
        .toList();
  }

  private static String language(JsonNode system) {
    Matcher matcher = LANGUAGE.matcher(text(system));
    String found = "en";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return Locale.forLanguageTag(found).getLanguage();
  }

  private static String messages(JsonNode messages) {
    return messages
        .valueStream()
        .map(message -> text(message.path("content")))
        .collect(Collectors.joining("\n"));
  }

  /// The words of one content, whether it is a string or blocks.
  private static String text(JsonNode content) {
    return content.isString()
        ? content.stringValue()
        : content
            .valueStream()
            .map(block -> block.path("text").asString(""))
            .collect(Collectors.joining("\n"));
  }

  private static Reading refused(String message) {
    return new Reading.Refused(new Answer.Refused(400, "invalid_request_error", message));
  }
}

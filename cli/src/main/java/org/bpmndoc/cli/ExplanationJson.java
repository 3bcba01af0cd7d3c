package org.bpmndoc.cli;

import java.util.Locale;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.run.Cause;
import org.bpmndoc.run.Explanation;
import org.bpmndoc.run.Explanation.ChildThen;
import org.bpmndoc.run.Explanation.Written;
import org.bpmndoc.run.Mention;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An explanation for programs. What there is no document for is null or empty.
final class ExplanationJson {

  private ExplanationJson() {}

  static ObjectNode of(Explanation explanation) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("subject", explanation.subject().value())
            .put("state", word(explanation.state()))
            .put("reason", explanation.reason());
    ArrayNode causes = json.putArray("causes");
    explanation.causes().forEach(cause -> cause(cause, causes.addObject()));
    explanation
        .written()
        .ifPresentOrElse(
            written -> document(written, json),
            () -> {
              json.putNull("fingerprint");
              json.putArray("lineage");
              json.put("costUsd", 0);
            });
    ArrayNode history = json.putArray("history");
    explanation.history().forEach(mention -> mention(mention, history.addObject()));
    return json;
  }

  private static void document(Written written, ObjectNode json) {
    Document document = written.document();
    Document.Origin origin = document.origin();
    json.put("fingerprint", document.fingerprint().hex());
    ArrayNode lineage = json.putArray("lineage");
    written.children().forEach(child -> child(child, lineage.addObject()));
    Usage usage = origin.usage();
    json.put("costUsd", origin.cost().amount())
        .put("provider", origin.provider())
        .put("model", origin.model())
        .put("channel", word(origin.channel()))
        .put("writtenAt", origin.writtenAt().toString())
        .put("run", written.run())
        .put("contract", document.contract().toString())
        .put("requestKept", written.requestKept());
    json.putObject("tokens")
        .put("inputTokens", usage.inputTokens())
        .put("outputTokens", usage.outputTokens())
        .put("cacheReadTokens", usage.cacheReadTokens())
        .put("cacheWriteTokens", usage.cacheWriteTokens());
    ObjectNode findings = json.putObject("findings");
    written.findings().forEach((grade, count) -> findings.put(grade.label(), count));
  }

  private static void child(ChildThen child, ObjectNode json) {
    Lineage.Seen seen = child.seen();
    json.put("subject", seen.child().value())
        .put("digest", seen.digest())
        .put("fidelity", word(seen.fidelity()))
        .put("source", word(seen.source()))
        .put("note", seen.note())
        .put("still", child.still());
    child
        .now()
        .ifPresentOrElse(
            now -> json.put("digestNow", now.digest()), () -> json.putNull("digestNow"));
  }

  private static void cause(Cause cause, ObjectNode json) {
    json.put("kind", cause.kind()).put("text", cause.toText());
    switch (cause) {
      case Cause.Model(String before, String now) -> json.put("before", before).put("now", now);
      case Cause.Language(String before, String now) -> json.put("before", before).put("now", now);
      case Cause.ContractChanged(String before, String now) ->
          json.put("before", before).put("now", now);
      case Cause.Facts(var first) ->
          json.put("pointer", first.pointer())
              .put("before", first.before())
              .put("now", first.now());
      case Cause.ChildChanged(var before, var now) ->
          json.put("subject", now.child().value())
              .put("before", before.digest())
              .put("now", now.digest());
      case Cause.ChildAdded(var now) -> json.put("subject", now.child().value());
      case Cause.ChildRemoved(var before) -> json.put("subject", before.child().value());
      case Cause.ChildToWrite(var child) -> json.put("subject", child.value());
      case Cause.Instructions _, Cause.AnswerShape _, Cause.FactsNotKept _, Cause.Unclear _ -> {}
    }
  }

  private static void mention(Mention mention, ObjectNode json) {
    json.put("run", mention.run())
        .put("at", mention.at().toString())
        .put("what", word(mention.what()));
    mention
        .fingerprint()
        .ifPresentOrElse(
            fingerprint -> json.put("fingerprint", fingerprint.hex()),
            () -> json.putNull("fingerprint"));
    json.put("costUsd", mention.cost().amount()).put("reason", mention.reason());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package org.bpmndoc.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.bpmndoc.document.Document;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.run.Cause;
import org.bpmndoc.run.Explanation;
import org.bpmndoc.run.Explanation.ChildThen;
import org.bpmndoc.run.Explanation.Written;
import org.bpmndoc.run.Mention;

/// An explanation for a terminal: how the subject stands and why, its document, what that was
/// written from, and every run that came to it.
final class ExplanationText {

  private static final int DIGEST_SHOWN = 12;

  private ExplanationText() {}

  static String of(Explanation explanation) {
    StringBuilder text = new StringBuilder();
    line(text, "%s: %s", explanation.subject(), ExplanationJson.word(explanation.state()));
    line(text, "  %s", explanation.reason());
    explanation.causes().stream()
        .skip(1)
        .map(Cause::toText)
        .forEach(more -> line(text, "  %s", more));
    explanation.written().ifPresent(written -> document(written, text));
    explanation.history().forEach(mention -> mention(mention, text));
    return text.toString();
  }

  private static void document(Written written, StringBuilder text) {
    Document document = written.document();
    Document.Origin origin = document.origin();
    Usage usage = origin.usage();
    line(
        text,
        "document %s by %s, %s of %s, %s, run %s",
        shortly(document.fingerprint().hex()),
        document.contract(),
        origin.model(),
        origin.provider(),
        ExplanationJson.word(origin.channel()),
        written.run());
    line(
        text,
        "  written at %s for %s: %,d tokens in, %,d out, cache %,d read, %,d written",
        origin.writtenAt(),
        origin.cost().toText(),
        usage.inputTokens(),
        usage.outputTokens(),
        usage.cacheReadTokens(),
        usage.cacheWriteTokens());
    line(
        text,
        "  findings: %s",
        written.findings().entrySet().stream()
            .map(grade -> grade.getValue() + " " + grade.getKey().label())
            .collect(Collectors.joining(", ")));
    if (!written.requestKept()) {
      line(text, "  what was sent for it was not kept: changes are known by digest alone");
    }
    written.children().forEach(child -> child(child, text));
  }

  private static void child(ChildThen child, StringBuilder text) {
    line(
        text,
        "  saw %s as %s, %s%s%s: %s",
        child.seen().child(),
        ExplanationJson.word(child.seen().fidelity()),
        ExplanationJson.word(child.seen().source()),
        child.seen().digest().isEmpty() ? "" : ", " + shortly(child.seen().digest()),
        child.seen().note().isEmpty() ? "" : " (" + child.seen().note() + ")",
        child.still() ? "still so" : now(child));
  }

  private static String now(ChildThen child) {
    return child
        .now()
        .map(now ->
            "now "
                + ExplanationJson.word(now.fidelity())
                + (now.digest().isEmpty() ? "" : " " + shortly(now.digest())))
        .orElse("no child of it now");
  }

  private static void mention(Mention mention, StringBuilder text) {
    line(
        text,
        "%s %s %s%s, %s%s",
        mention.at(),
        mention.run(),
        ExplanationJson.word(mention.what()),
        mention.fingerprint().map(one -> " " + shortly(one.hex())).orElse(""),
        mention.cost().toText(),
        mention.reason().isEmpty() ? "" : ": " + mention.reason());
  }

  private static String shortly(String hex) {
    return hex.substring(0, DIGEST_SHOWN);
  }

  /// Names come from files of anybody, and nothing in them is to move a cursor.
  private static void line(StringBuilder text, String format, Object... args) {
    text.append(PlainText.of(String.format(Locale.ROOT, format, args)))
        .append(System.lineSeparator());
  }
}

package org.bpmndoc.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.annotate.Annotated.Done;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.cli.LeftOut.Reason;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What came of annotating, or would come of it.
record AnnotateReport(List<AnnotatedFile> files, List<LeftOut> leftOut, boolean dryRun) {

  AnnotateReport {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  /// `before` are those that were left out before the models were looked at.
  static AnnotateReport of(
      Landscape landscape, List<AnnotatedFile> files, List<LeftOut> before, boolean dryRun) {
    List<LeftOut> leftOut = new ArrayList<>(before);
    files.forEach(file -> file.done().forEach(done -> leftOut(done).forEach(leftOut::add)));
    Map<SubjectId, Integer> places = new HashMap<>();
    landscape.subjects().keySet().forEach(subject -> places.put(subject, places.size()));
    leftOut.sort(Comparator.comparing(one -> places.getOrDefault(one.subject(), 0)));
    return new AnnotateReport(files, leftOut, dryRun);
  }

  private static Stream<LeftOut> leftOut(Done done) {
    return done.subject().stream()
        .flatMap(
            subject -> Reason.of(done.what()).map(reason -> new LeftOut(subject, reason)).stream());
  }

  ExitCode exitCode() {
    return refused().isEmpty() ? ExitCode.DONE : ExitCode.UNUSABLE;
  }

  List<AnnotatedFile> refused() {
    return files.stream().filter(file -> file.refused().isPresent()).toList();
  }

  /// How many elements hold the summary of their document.
  private long annotated() {
    return files.stream().mapToLong(file -> file.count(What::isWritten)).sum();
  }

  /// What changes in the files, line by line.
  String diff() {
    return files.stream().map(AnnotatedFile::diff).collect(Collectors.joining());
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    for (AnnotatedFile file : touched()) {
      text.append("%s: %s%n".formatted(PlainText.of(file.file()), counts(file)));
    }
    byReason()
        .forEach((reason, subjects) ->
            text.append(
                "%,d left out, such as %s: %s%n"
                    .formatted(
                        subjects.size(),
                        PlainText.of(subjects.getFirst().value()),
                        reason.text())));
    boolean one = annotated() == 1;
    return text.append(
            "%s %s the summary of %s%n"
                .formatted(
                    RunText.count(annotated(), "element", "elements"),
                    dryRun ? "would hold" : one ? "holds" : "hold",
                    one ? "its document" : "their documents"))
        .toString();
  }

  private List<AnnotatedFile> touched() {
    return files.stream().filter(file -> !file.done().isEmpty()).toList();
  }

  private static String counts(AnnotatedFile file) {
    List<String> counts = new ArrayList<>();
    for (What what : List.of(What.INSERTED, What.REPLACED, What.REMOVED, What.UNCHANGED)) {
      count(counts, file.count(what), what.name().toLowerCase(Locale.ROOT));
    }
    count(counts, file.count(What::isKept), "kept");
    count(counts, file.count(What.UNWRITABLE), "not written");
    return String.join(", ", counts);
  }

  private static void count(List<String> counts, long number, String what) {
    if (number > 0) {
      counts.add("%,d %s".formatted(number, what));
    }
  }

  private Map<Reason, List<SubjectId>> byReason() {
    return leftOut.stream()
        .collect(
            Collectors.groupingBy(
                LeftOut::reason,
                () -> new EnumMap<>(Reason.class),
                Collectors.mapping(LeftOut::subject, Collectors.toList())));
  }

  ObjectNode toJson() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode all = json.putArray("files");
    for (AnnotatedFile file : touched()) {
      ObjectNode one =
          all.addObject()
              .put("file", file.file())
              .put("inserted", file.count(What.INSERTED))
              .put("replaced", file.count(What.REPLACED))
              .put("removed", file.count(What.REMOVED))
              .put("unchanged", file.count(What.UNCHANGED))
              .put("kept", file.count(What::isKept));
      if (dryRun) {
        one.put("diff", file.diff());
      }
    }
    json.put("annotated", annotated());
    ArrayNode out = json.putArray("leftOut");
    leftOut.forEach(one ->
        out.addObject().put("subject", one.subject().value()).put("reason", one.reason().text()));
    ArrayNode not = json.putArray("refused");
    files.forEach(file ->
        file.refused()
            .ifPresent(
                why -> not.addObject().put("file", file.file()).put("reason", why.message())));
    return json.put("dryRun", dryRun);
  }
}

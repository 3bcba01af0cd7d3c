package org.bpmndoc.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.annotate.Annotated;
import org.bpmndoc.annotate.Annotated.Edited;
import org.bpmndoc.annotate.Annotated.Refused;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.cli.LeftOut.Reason;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What came of annotating, or would come of it.
record AnnotateReport(
    List<Edited> files, List<Refused> refused, List<LeftOut> leftOut, boolean dryRun) {

  /// `leftOut` are those that were left out before the models were looked at.
  static AnnotateReport of(
      Landscape landscape, List<Annotated> all, List<LeftOut> leftOut, boolean dryRun) {
    List<Edited> files = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    List<LeftOut> out = new ArrayList<>(leftOut);
    for (Annotated one : all) {
      switch (one) {
        case Refused file -> refused.add(file);
        case Edited file -> {
          files.add(file);
          file.done().forEach(done -> leftOut(done).forEach(out::add));
        }
      }
    }
    List<SubjectId> order = List.copyOf(landscape.subjects().keySet());
    Map<SubjectId, Integer> places =
        Stream.iterate(0, i -> i < order.size(), i -> i + 1)
            .collect(Collectors.toMap(order::get, i -> i));
    out.sort(Comparator.comparing(one -> places.getOrDefault(one.subject(), 0)));
    return new AnnotateReport(files, refused, out, dryRun);
  }

  private static Stream<LeftOut> leftOut(Annotated.Done done) {
    return done.subject().stream()
        .flatMap(
            subject -> Reason.of(done.what()).map(reason -> new LeftOut(subject, reason)).stream());
  }

  ExitCode exitCode() {
    return refused.isEmpty() ? ExitCode.DONE : ExitCode.UNUSABLE;
  }

  /// How many elements hold the summary of their document.
  long annotated() {
    return files.stream()
        .flatMap(file -> file.done().stream())
        .filter(done -> done.what().isWritten())
        .count();
  }

  /// What changes in the files, line by line.
  String diff() {
    return files.stream()
        .filter(Edited::isChanged)
        .map(AnnotateReport::diff)
        .collect(Collectors.joining());
  }

  private static String diff(Edited file) {
    return UnifiedDiff.of(file.file(), file.textBefore(), file.text());
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    for (Edited file : files) {
      if (!file.done().isEmpty()) {
        text.append("%s: %s%n".formatted(PlainText.of(file.file()), counts(file)));
      }
    }
    byReason()
        .forEach((reason, subjects) ->
            text.append(
                "%,d left out, such as %s: %s%n"
                    .formatted(
                        subjects.size(),
                        PlainText.of(subjects.getFirst().value()),
                        reason.text())));
    return text.append(
            "%s %s the summary of %s%n"
                .formatted(
                    RunText.count(annotated(), "element", "elements"),
                    dryRun ? "would hold" : annotated() == 1 ? "holds" : "hold",
                    annotated() == 1 ? "its document" : "their documents"))
        .toString();
  }

  private static String counts(Edited file) {
    String counts =
        Stream.of(What.INSERTED, What.REPLACED, What.REMOVED, What.UNCHANGED)
            .filter(what -> file.count(what) > 0)
            .map(what -> "%,d %s".formatted(file.count(what), what.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    long kept = kept(file);
    String people = kept == 0 ? "" : "%,d kept".formatted(kept);
    return Stream.of(counts, people)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static long kept(Edited file) {
    return file.done().stream().filter(done -> done.what().isKept()).count();
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
    for (Edited file : files) {
      if (!file.done().isEmpty()) {
        ObjectNode one =
            all.addObject()
                .put("file", file.file())
                .put("inserted", file.count(What.INSERTED))
                .put("replaced", file.count(What.REPLACED))
                .put("removed", file.count(What.REMOVED))
                .put("unchanged", file.count(What.UNCHANGED))
                .put("kept", kept(file));
        if (dryRun) {
          one.put("diff", file.isChanged() ? diff(file) : "");
        }
      }
    }
    json.put("annotated", annotated());
    ArrayNode out = json.putArray("leftOut");
    leftOut.forEach(one ->
        out.addObject().put("subject", one.subject().value()).put("reason", one.reason().text()));
    ArrayNode not = json.putArray("refused");
    refused.forEach(
        one -> not.addObject().put("file", one.file()).put("reason", one.why().message()));
    return json.put("dryRun", dryRun);
  }
}

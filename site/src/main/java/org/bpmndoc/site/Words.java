package org.bpmndoc.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.xml.Element;

/// What things are called on a page.
final class Words {

  static final String DECISION = "decision";

  private static final int SENTENCE_MAX = 240;

  private static final int TEXT_MAX = 20_000;

  private Words() {}

  /// "user task", "event sub-process", "timer boundary event".
  static String type(FlowNode node) {
    return switch (node) {
      case FlowNode.Task task -> spaced(task.kind().bpmnName());
      case FlowNode.CallActivity _ -> "call activity";
      case FlowNode.SubProcess sub ->
          sub.triggeredByEvent() ? "event sub-process" : spaced(sub.kind().bpmnName());
      case FlowNode.Gateway gateway -> spaced(gateway.kind().bpmnName());
      case FlowNode.Event event ->
          (event.definitions().stream()
                      .map(definition -> spaced(definition.kind()))
                      .distinct()
                      .collect(Collectors.joining(", "))
                  + " "
                  + spaced(event.position().bpmnName()))
              .strip();
    };
  }

  static String type(Subject subject) {
    return switch (subject) {
      case Subject.ProcessSubject _ -> "process";
      case Subject.SubProcessSubject sub -> type(sub.node());
      case Subject.TaskSubject task -> type(task.node());
      case Subject.CallSubject call -> type(call.node());
      case Subject.DecisionSubject _ -> DECISION;
    };
  }

  /// The name, else the type with the id: never nothing.
  static String name(Element element, String type) {
    return element.name().isBlank()
        ? (capitalized(type) + " " + element.id()).strip()
        : element.name();
  }

  static String name(Subject subject) {
    return name(subject.element(), type(subject));
  }

  static String name(FlowNode node) {
    return name(node.element(), type(node));
  }

  /// A field's or a kind's name for people: `onError` and `on-error` are "On error".
  static String title(String name) {
    return capitalized(spaced(name.replace('-', ' ').replace('_', ' ')));
  }

  /// "Feature Goal" for `feature-goal`, with capitals as the contracts have them.
  static String kind(String kind) {
    return List.of(kind.split("[-_ ]")).stream()
        .map(Words::capitalized)
        .collect(Collectors.joining(" "));
  }

  static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  /// The symbol that stands for a type.
  static String icon(String type) {
    return switch (type) {
      case "process" -> "process";
      case "user task", "manual task" -> "person";
      case "business rule task", DECISION -> "rule";
      case "send task", "receive task" -> "message";
      case "script task" -> "script";
      case "service task" -> "service";
      case "call activity" -> "call";
      case "transaction" -> "sub-process";
      default ->
          Stream.of("sub-process", "event", "gateway")
              .filter(type::endsWith)
              .findFirst()
              .orElse("task");
    };
  }

  /// Enough of a text for a list.
  static String firstSentence(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int end = line.indexOf(". ");
    String first = end < 0 ? line : line.substring(0, end + 1);
    if (first.length() <= SENTENCE_MAX) {
      return first;
    }
    int space = first.lastIndexOf(' ', SENTENCE_MAX);
    int cut = space > 0 ? space : first.offsetByCodePoints(0, SENTENCE_MAX / 2);
    return first.substring(0, cut) + " …";
  }

  /// "1 task", "2 tasks". A text from a file, as much of it as a page can show.
  static String beginning(String text) {
    return text.codePointCount(0, text.length()) <= TEXT_MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, TEXT_MAX))
            + " … The rest stands in the file.";
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /// `flowSteps` is "flow steps".
  static String spaced(String camelCase) {
    return camelCase
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT)
        .replace("sub process", "sub-process")
        .replace("ad hoc", "ad-hoc");
  }
}

package org.bpmndoc.prompt;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.Extensions;
import org.bpmndoc.xml.Extensions.Extension;
import tools.jackson.databind.node.ObjectNode;

/// What vendors say about an activity, as far as it may leave the machine: names of what it is
/// bound to, names of what goes in and out, fields of its form. Never scripts, expressions,
/// property values or assignees.
final class Bindings {

  private static final Set<String> ATTRIBUTES =
      Set.of("class", "decisionRef", "formKey", "formRef", "resultVariable", "topic", "type");
  private static final Map<String, List<String>> ELEMENTS =
      Map.of(
          "taskDefinition", List.of("type"),
          "calledDecision", List.of("decisionId", "resultVariable"),
          "formDefinition", List.of("formKey", "formId"));

  /// Camunda's `type` of a task that a worker fetches by its topic: a placeholder, no name.
  private static final String EXTERNAL = "external";

  /// Begins a form key that is the generated id of a form in the same file.
  private static final String FORM_IN_FILE = "camunda-forms:bpmn:";

  private static final Map<String, String> INPUTS =
      Map.of("inputParameter", "name", "input", "target", "in", "target");
  private static final Map<String, String> OUTPUTS =
      Map.of("outputParameter", "name", "output", "target", "out", "target");

  private Bindings() {}

  /// `implementation` is BPMN's own attribute; its placeholders say nothing.
  static ObjectNode names(Element element, String implementation) {
    Map<String, String> found = new TreeMap<>();
    if (!implementation.startsWith("##")) {
      found.put("implementation", implementation);
    }
    Extensions extensions = element.extensions();
    for (String attribute : ATTRIBUTES) {
      extensions.attribute(attribute).ifPresent(value -> found.put(attribute, value));
    }
    for (Extension extension : extensions.elements()) {
      for (String attribute : ELEMENTS.getOrDefault(extension.name(), List.of())) {
        String value = extension.attributes().get(attribute);
        if (value != null) {
          found.putIfAbsent(attribute, value);
        }
      }
    }
    if (found.containsKey("topic")) {
      found.remove("type", EXTERNAL);
    }
    Fields fields = new Fields();
    found.forEach((name, value) -> {
      if (!Words.isExpression(value) && !value.startsWith(FORM_IN_FILE)) {
        fields.text(name, Words.line(value));
      }
    });
    return fields.done();
  }

  static List<String> inputs(Element element) {
    return variables(element, INPUTS);
  }

  static List<String> outputs(Element element) {
    return variables(element, OUTPUTS);
  }

  /// The fields of a form, in its order.
  static List<ObjectNode> form(Element element) {
    return everything(element.extensions().elements())
        .filter(extension ->
            extension.name().equals("formField") || extension.name().equals("formProperty"))
        .map(Bindings::field)
        .toList();
  }

  private static List<String> variables(Element element, Map<String, String> wanted) {
    return everything(element.extensions().elements())
        .filter(extension -> wanted.containsKey(extension.name()))
        .map(extension -> extension.attributes().get(wanted.get(extension.name())))
        .filter(Objects::nonNull)
        .map(Words::line)
        .filter(name -> !name.isEmpty() && !Words.isExpression(name))
        .distinct()
        .sorted()
        .toList();
  }

  /// Extension elements and those right inside them, which is where vendors put lists.
  private static Stream<Extension> everything(List<Extension> elements) {
    return elements.stream()
        .flatMap(extension -> Stream.concat(Stream.of(extension), extension.children().stream()));
  }

  private static ObjectNode field(Extension field) {
    Map<String, String> attributes = field.attributes();
    String name =
        Stream.of("label", "name", "id")
            .map(attribute -> Words.line(attributes.getOrDefault(attribute, "")))
            .filter(value -> !value.isEmpty() && !Words.isExpression(value))
            .findFirst()
            .orElse("");
    return new Fields()
        .text("field", name)
        .text("type", attributes.getOrDefault("type", ""))
        .flag("required", isRequired(field))
        .done();
  }

  private static boolean isRequired(Extension field) {
    return "true".equals(field.attributes().get("required"))
        || field.children().stream()
            .flatMap(child -> child.children().stream())
            .anyMatch(constraint -> "required".equals(constraint.attributes().get("name")));
  }
}

package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.Extensions.Extension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The fields of forms: label, type, whether it must be filled in, what can be chosen. Never what
/// they are filled with.
///
/// Engines write them beside the task; Camunda 8 keeps whole forms as JSON with the process, where
/// `inFile` has them by id.
record Forms(Map<String, List<ObjectNode>> inFile) {

  /// Begins a form key that is the generated id of a form in the same file.
  private static final String IN_FILE = "camunda-forms:bpmn:";

  /// Forms nest their fields in groups, no deeper than this.
  private static final int DEPTH_MAX = 20;

  static Forms of(Definitions.Process process) {
    Map<String, List<ObjectNode>> inFile = new HashMap<>();
    for (Extension extension : process.element().extensions().elements()) {
      if (extension.name().equals("userTaskForm")) {
        inFile.putIfAbsent(extension.attributes().getOrDefault("id", ""), read(extension.text()));
      }
    }
    return new Forms(inFile);
  }

  static boolean isInFile(String formKey) {
    return formKey.startsWith(IN_FILE);
  }

  /// The fields of an element's form, in its order.
  List<ObjectNode> of(Element element) {
    List<Extension> elements = element.extensions().elements();
    Stream<ObjectNode> beside =
        elements.stream()
            .flatMap(
                extension -> Stream.concat(Stream.of(extension), extension.children().stream()))
            .filter(extension ->
                extension.name().equals("formField") || extension.name().equals("formProperty"))
            .map(Forms::field);
    Stream<ObjectNode> kept =
        elements.stream()
            .filter(extension -> extension.name().equals("formDefinition"))
            .map(extension -> extension.attributes().getOrDefault("formKey", ""))
            .filter(Forms::isInFile)
            .flatMap(
                key -> inFile.getOrDefault(key.substring(IN_FILE.length()), List.of()).stream());
    return Stream.concat(beside, kept).toList();
  }

  private static ObjectNode field(Extension field) {
    Map<String, String> attributes = field.attributes();
    boolean required =
        "true".equals(attributes.get("required"))
            || field.children().stream()
                .flatMap(child -> child.children().stream())
                .anyMatch(constraint -> "required".equals(constraint.attributes().get("name")));
    return field(
        name(attributes, "label", "name", "id"),
        attributes.getOrDefault("type", ""),
        required,
        field.children().stream()
            .filter(child -> child.name().equals("value"))
            .map(child -> name(child.attributes(), "name", "id")));
  }

  private static String name(Map<String, String> attributes, String... candidates) {
    return Stream.of(candidates)
        .map(attribute -> plain(attributes.getOrDefault(attribute, "")))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static ObjectNode field(
      String name, String type, boolean required, Stream<String> choices) {
    return new Fields()
        .text("field", name)
        .text("type", Words.line(type))
        .flag("required", required)
        .texts("choices", choices.filter(choice -> !choice.isEmpty()).toList())
        .done();
  }

  /// What is no form is a form without fields.
  private static List<ObjectNode> read(String json) {
    List<ObjectNode> fields = new ArrayList<>();
    try {
      collect(JsonMapper.shared().readTree(json), DEPTH_MAX, fields);
    } catch (JacksonException e) {
      return List.of();
    }
    return fields;
  }

  /// What has a key holds a value; everything else on a form is there to be looked at.
  private static void collect(JsonNode form, int depth, List<ObjectNode> fields) {
    for (JsonNode component : form.path("components")) {
      if (component.path("key").isString()) {
        String label = plain(component.path("label").asString(""));
        fields.add(
            field(
                label.isEmpty() ? component.path("key").asString("") : label,
                component.path("type").asString(""),
                component.at("/validate/required").asBoolean(false),
                component.path("values").valueStream().map(Forms::choice)));
      }
      if (depth > 0) {
        collect(component, depth - 1, fields);
      }
    }
  }

  private static String choice(JsonNode value) {
    return plain(value.path("label").asString(value.path("value").asString("")));
  }

  private static String plain(String value) {
    return Words.isExpression(value) ? "" : Words.line(value);
  }
}

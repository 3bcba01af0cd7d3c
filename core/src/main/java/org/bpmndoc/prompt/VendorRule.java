package org.bpmndoc.prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.Extensions.Extension;

/// Where vendors write a fact, and how much of it may leave the machine.
///
/// `path` leads from an element to a value: `@class` is an attribute of the element itself,
/// `formData/formField@id` one of an extension inside an extension, `connector/connectorId` a text.
/// `metaData[name=x]` takes only those whose attribute has that value.
final class VendorRule {

  private final Set<Vendor> vendors;
  private final String path;
  private final String fact;
  private final Saying saying;
  private final Set<String> namespaces;
  private final List<String> steps;
  private final String attribute;
  private final List<String> attributesOfElement;

  /// What is said of a value.
  enum Saying {
    /// The value, where it is a name and not an expression.
    NAME,
    /// Each of the names between commas, none of them where it is an expression.
    NAMES,
    /// Only that there is one, in the last word of the path.
    PRESENCE,
    /// What a person wrote to be read.
    TEXT
  }

  VendorRule(Set<Vendor> vendors, String path, String fact, Saying saying) {
    this.vendors = Set.copyOf(vendors);
    this.path = path;
    this.fact = fact;
    this.saying = saying;
    this.namespaces =
        vendors.stream()
            .flatMap(vendor -> vendor.namespaces().stream())
            .collect(Collectors.toUnmodifiableSet());
    int at = path.indexOf('@');
    String elements = at < 0 ? path : path.substring(0, at);
    this.steps = elements.isEmpty() ? List.of() : List.of(elements.split("/"));
    this.attribute = at < 0 ? "" : path.substring(at + 1);
    this.attributesOfElement =
        namespaces.stream().map(namespace -> "{" + namespace + "}" + attribute).toList();
  }

  Set<Vendor> vendors() {
    return vendors;
  }

  String path() {
    return path;
  }

  String fact() {
    return fact;
  }

  Saying saying() {
    return saying;
  }

  /// What may be said of the element by this rule.
  Stream<String> said(Element element) {
    return switch (saying) {
      case NAME -> values(element).map(Words::line).filter(value -> !Words.isExpression(value));
      case NAMES ->
          values(element)
              .filter(value -> !Words.isExpression(value))
              .flatMap(value -> Stream.of(value.split(",")))
              .map(Words::line);
      case PRESENCE -> values(element).map(_ -> word());
      case TEXT -> values(element).map(Words::lines);
    };
  }

  /// `onEntry-script` is an `onEntry`.
  private String word() {
    String last = attribute.isEmpty() ? steps.getLast() : attribute;
    return last.replace("-script", "");
  }

  private Stream<String> values(Element element) {
    if (steps.isEmpty()) {
      Map<String, String> attributes = element.extensions().attributes();
      return attributesOfElement.stream().flatMap(key -> Stream.ofNullable(attributes.get(key)));
    }
    Stream<Extension> found =
        element.extensions().elements().stream()
            .filter(extension -> namespaces.contains(extension.namespace()))
            .filter(extension -> matches(extension, steps.getFirst()));
    for (String step : steps.subList(1, steps.size())) {
      found =
          found
              .flatMap(extension -> extension.children().stream())
              .filter(extension -> matches(extension, step));
    }
    return attribute.isEmpty()
        ? found.map(Extension::text)
        : found.flatMap(extension -> Stream.ofNullable(extension.attributes().get(attribute)));
  }

  private static boolean matches(Extension extension, String step) {
    int condition = step.indexOf('[');
    if (condition < 0) {
      return extension.name().equals(step);
    }
    String[] wanted = step.substring(condition + 1, step.length() - 1).split("=");
    return extension.name().equals(step.substring(0, condition))
        && wanted[1].equals(extension.attributes().get(wanted[0]));
  }
}

package org.bpmndoc.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlProblems.Named;
import org.bpmndoc.yaml.YamlValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The fields that one file replaces or extends, as they stand in a document of its subject's
/// contract.
final class OverrideFields {

  private final ContractSchema schema;
  private final Map<String, String> aliases;
  private final YamlProblems problems;

  /// `aliases` by element id.
  OverrideFields(ContractSchema schema, Map<String, String> aliases, YamlProblems problems) {
    this.schema = schema;
    this.aliases = aliases;
    this.problems = problems;
  }

  ObjectNode replaced(List<Named> members) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Named member : members) {
      if (isField(member) && isSaid(member)) {
        put(fields, member);
      }
    }
    return clean(fields);
  }

  /// What is to stand behind what is there: items of a list, or a further paragraph.
  ObjectNode extended(List<Named> members) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Named member : members) {
      if (!isField(member) || !isSaid(member)) {
        continue;
      }
      String type = SchemaValues.type(schema.field(member.name()));
      if (type.equals(SchemaValues.LIST) || type.equals(SchemaValues.TEXT)) {
        put(fields, member);
      } else {
        problems.add(
            member.at(),
            "expected a field that is a list or a text, found \"" + member.name() + "\"",
            "replace it");
      }
    }
    return clean(fields);
  }

  private boolean isField(Named member) {
    if (schema.fields().contains(member.name())) {
      return true;
    }
    problems.add(
        member.at(),
        "expected %s, found \"%s\"".formatted(String.join(" or ", schema.fields()), member.name()));
    return false;
  }

  private boolean isSaid(Named member) {
    if (member.value() instanceof YamlValue.Nothing) {
      problems.expected(SchemaValues.described(schema.field(member.name())), member.value());
      return false;
    }
    return true;
  }

  private void put(ObjectNode fields, Named member) {
    int before = problems.count();
    Map<List<String>, SourceLocation> places = new HashMap<>();
    JsonNode value =
        new SchemaValues(schema, aliases, problems, places)
            .value(member.value(), schema.field(member.name()), List.of(member.name()));
    ObjectNode alone = JsonNodeFactory.instance.objectNode();
    alone.set(member.name(), value);
    if (problems.count() == before) {
      schema
          .broken(alone)
          .forEach(broken -> problems.add(place(broken.path(), places, member), broken.message()));
    }
    fields.set(member.name(), value);
  }

  /// Where the nearest thing stands that the file itself says.
  private static SourceLocation place(
      List<String> path, Map<List<String>, SourceLocation> places, Named member) {
    for (int end = path.size(); end > 0; end--) {
      SourceLocation at = places.get(path.subList(0, end));
      if (at != null) {
        return at;
      }
    }
    return member.at();
  }

  private static ObjectNode clean(ObjectNode fields) {
    return (ObjectNode) CleanText.of(fields).content();
  }
}

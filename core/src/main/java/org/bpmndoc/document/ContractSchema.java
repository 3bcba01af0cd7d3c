package org.bpmndoc.document;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// The schema of a contract, to look into and to check some of its fields by themselves.
final class ContractSchema {

  private static final String REFERENCE = "$ref";
  private static final int REFERENCES_MAX = 10;

  private final JsonNode root;
  private final Schema schema;

  /// Throws IllegalArgumentException where the schema is none.
  ContractSchema(Contract contract) {
    root = contract.schema();
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
  }

  /// The names of the fields of a document.
  Set<String> fields() {
    return new LinkedHashSet<>(root.path("properties").propertyNames());
  }

  JsonNode field(String name) {
    return resolved(root.path("properties").path(name));
  }

  /// What a reference within the schema leads to; nothing where it leads nowhere.
  JsonNode resolved(JsonNode part) {
    JsonNode found = part;
    for (int i = 0; found.has(REFERENCE); i++) {
      String reference = found.path(REFERENCE).asString("");
      if (i == REFERENCES_MAX || !reference.startsWith("#/")) {
        return MissingNode.getInstance();
      }
      found = root.at(reference.substring(1));
    }
    return found;
  }

  /// Where in the document, and what is wrong there.
  record Broken(List<String> path, String message) {}

  /// What is wrong with these fields, whatever else a document holds.
  List<Broken> broken(ObjectNode some) {
    return schema
        .validate(some, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
        .stream()
        .filter(error -> !isOfTheRest(error))
        .map(error -> new Broken(path(error.getInstanceLocation()), error.getMessage()))
        .toList();
  }

  private static boolean isOfTheRest(Error error) {
    return error.getKeyword().equals("required") && error.getInstanceLocation().getNameCount() == 0;
  }

  private static List<String> path(NodePath location) {
    List<String> path = new ArrayList<>();
    for (int i = 0; i < location.getNameCount(); i++) {
      path.add(String.valueOf(location.getElement(i)));
    }
    return path;
  }
}

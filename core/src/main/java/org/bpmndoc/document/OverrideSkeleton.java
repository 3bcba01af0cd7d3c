package org.bpmndoc.document;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bpmndoc.landscape.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// A file for what people know better about one subject, with all fields of its document and
/// nothing in them yet.
///
/// Every line but the subject is a comment, in one line whatever stands in the model.
public final class OverrideSkeleton {

  private static final int ELEMENTS_MAX = 50;
  private static final int DEPTH_MAX = 6;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./#~-]*");
  private static final Pattern NOT_IN_LINE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

  private final ContractSchema schema;
  private final StringBuilder text = new StringBuilder();

  private OverrideSkeleton(ContractSchema schema) {
    this.schema = schema;
  }

  /// `elements` are the ids that its document may name.
  public static String of(Subject subject, Contract contract, Collection<String> elements) {
    OverrideSkeleton skeleton = new OverrideSkeleton(new ContractSchema(contract));
    skeleton.write(subject, elements);
    return skeleton.text.toString();
  }

  private void write(Subject subject, Collection<String> elements) {
    comment("What people know better about “" + subject.element().name() + "”.");
    comment("Take the # of a line away and write behind its colon, or for it.");
    comment("Elements: " + elements.stream().limit(ELEMENTS_MAX).collect(Collectors.joining(", ")));
    text.append("subject: ").append(scalar(subject.id().value())).append('\n');
    text.append("#owner:   # who answers for it\n");
    text.append("#version:   # which is in force\n");
    text.append("#review:   # what somebody thinks of what is written\n");
    text.append("#  status:   # draft, reviewed or approved\n#  by:\n#  date:   # as 2026-11-30\n");
    text.append("#replace:   # in place of what was written\n");
    for (String field : schema.fields()) {
      field(field, schema.field(field), "  ", 0);
    }
    text.append("#extend:   # behind what was written: lists and texts of the same names\n");
  }

  private void field(String name, JsonNode unresolved, String indent, int depth) {
    JsonNode field = schema.resolved(unresolved);
    text.append('#').append(indent).append(name).append(':');
    String description = line(field.path("description").asString(""));
    text.append(description.isEmpty() ? "\n" : "   # " + description + "\n");
    JsonNode item = schema.resolved(field.path("items"));
    if (SchemaValues.type(field).equals(SchemaValues.LIST) && depth < DEPTH_MAX) {
      String lead = indent + "  - ";
      for (String part : item.path("properties").propertyNames()) {
        field(part, item.path("properties").path(part), lead, depth + 1);
        lead = indent + "    ";
      }
    }
  }

  private void comment(String words) {
    text.append("# ").append(line(words)).append('\n');
  }

  private static String scalar(String id) {
    return PLAIN.matcher(id).matches() ? id : StringNode.valueOf(id).toString();
  }

  private static String line(String words) {
    return NOT_IN_LINE.matcher(words).replaceAll(" ").strip();
  }
}

package org.bpmndoc.document.check;

import java.util.List;
import java.util.Set;
import org.bpmndoc.document.Finding;
import tools.jackson.databind.JsonNode;

/// A role is one of those that the facts speak of, and never "the system" where none is called so.
final class RolesCheck {

  private static final Set<String> SYSTEM = Set.of("system", "systemet");

  private RolesCheck() {}

  static List<Finding> of(JsonNode content, String field, Grounds grounds) {
    List<String> words = Wording.words(grounds.words());
    List<String> roles = grounds.roles().stream().flatMap(r -> Wording.words(r).stream()).toList();
    return Item.of(content, field).stream()
        .filter(item -> !isKnown(item.text("role"), roles, words))
        .map(item ->
            item.contradiction(
                "role-unknown",
                "the model has no role \"%s\"; it names %s"
                    .formatted(
                        item.text("role"),
                        grounds.roles().isEmpty()
                            ? "none"
                            : String.join(", ", grounds.roles().stream().sorted().toList()))))
        .toList();
  }

  private static boolean isKnown(String role, List<String> roles, List<String> words) {
    List<String> content = Wording.content(role);
    boolean isSystem = content.stream().anyMatch(SYSTEM::contains) && content.size() == 1;
    return !content.isEmpty()
        && content.stream().anyMatch(word -> Wording.hasAlike(isSystem ? roles : words, word));
  }
}

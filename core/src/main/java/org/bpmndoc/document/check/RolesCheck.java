package org.bpmndoc.document.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;
import tools.jackson.databind.JsonNode;

/// A role is one of those that the facts speak of, and never "the system" where none is called so;
/// and who does something is named somewhere.
final class RolesCheck {

  private static final Set<String> SYSTEM = Set.of("system", "systemet");

  private RolesCheck() {}

  static List<Finding> of(JsonNode content, String field, Grounds grounds) {
    return Stream.concat(unknown(content, field, grounds), untold(content, field, grounds))
        .toList();
  }

  private static Stream<Finding> untold(JsonNode content, String field, Grounds grounds) {
    List<String> said = Wording.words(content.toString());
    return grounds.elements().values().stream()
        .filter(element -> element.isActivity() && element.place() != Place.AROUND)
        .map(Element::role)
        .filter(role -> !Wording.content(role).isEmpty() && Wording.share(role, said) == 0)
        .distinct()
        .map(role ->
            new Finding(
                Grade.GAP,
                "role-untold",
                field,
                "\"%s\", who does some of it, is named nowhere".formatted(role)));
  }

  private static Stream<Finding> unknown(JsonNode content, String field, Grounds grounds) {
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
                            : String.join(", ", grounds.roles().stream().sorted().toList()))));
  }

  private static boolean isKnown(String role, List<String> roles, List<String> words) {
    List<String> content = Wording.content(role);
    boolean isSystem = content.stream().anyMatch(SYSTEM::contains) && content.size() == 1;
    return !content.isEmpty()
        && content.stream().anyMatch(word -> Wording.hasAlike(isSystem ? roles : words, word));
  }
}

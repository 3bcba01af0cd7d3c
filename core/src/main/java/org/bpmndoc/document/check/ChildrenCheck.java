package org.bpmndoc.document.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import tools.jackson.databind.JsonNode;

/// Every part of the subject that has a document of its own is told of somewhere, questions aside.
final class ChildrenCheck {

  private static final String QUESTIONS = "openQuestions";

  private ChildrenCheck() {}

  static List<Finding> of(JsonNode content, String field, Grounds grounds) {
    Set<String> told = new HashSet<>();
    content.properties().stream()
        .filter(entry -> !entry.getKey().equals(QUESTIONS))
        .forEach(entry -> told.addAll(new Item(entry.getKey(), entry.getValue()).allElements()));
    return grounds.children().stream()
        .filter(child -> !child.aliases().isEmpty())
        .filter(child -> child.aliases().stream().noneMatch(told::contains))
        .map(child ->
            new Finding(
                Grade.GAP,
                "child-untold",
                field,
                "%s (%s) is told of nowhere"
                    .formatted(
                        grounds.name(child.aliases().getFirst()), child.aliases().getFirst())))
        .toList();
  }
}

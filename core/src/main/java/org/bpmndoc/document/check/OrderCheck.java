package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Grounds.Element;
import tools.jackson.databind.JsonNode;

/// Steps come in the order in which the flow goes.
///
/// A step may look ahead and back: only where all that is said of one element comes before all that
/// is said of another, although the flow comes to it later, is the order another. What lies on
/// different branches, or in a loop, has no order.
final class OrderCheck {

  private static final int FINDINGS_MAX = 3;

  private final Grounds grounds;
  private final Reach reach;

  private OrderCheck(Grounds grounds, Reach reach) {
    this.grounds = grounds;
    this.reach = reach;
  }

  static List<Finding> of(JsonNode content, String field, Grounds grounds, Reach reach) {
    return new OrderCheck(grounds, reach).of(Item.of(content, field));
  }

  private record Told(int first, int last) {
    Told and(Told other) {
      return new Told(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  private List<Finding> of(List<Item> steps) {
    Map<String, Told> told = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (String alias : steps.get(i).elements()) {
        if (isStep(alias)) {
          told.merge(alias, new Told(i, i), Told::and);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    told.forEach((later, when) ->
        told.forEach((earlier, before) -> {
          if (before.first() > when.last() && reach.isBefore(earlier, later)) {
            findings.add(
                steps
                    .get(before.first())
                    .contradiction(
                        "order-of-steps",
                        "%s comes before %s in the flow, and is told after it"
                            .formatted(grounds.name(earlier), grounds.name(later))));
          }
        }));
    return findings.subList(0, Math.min(FINDINGS_MAX, findings.size()));
  }

  /// A gateway is where one looks ahead from; and what it asks is often told before or after.
  private boolean isStep(String alias) {
    Element element = grounds.elements().get(alias);
    return element != null && !element.isGateway() && element.place() != Grounds.Place.SUBJECT;
  }
}

package org.bpmndoc.document.check;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Contract.Limit;
import org.bpmndoc.document.Finding;
import tools.jackson.databind.JsonNode;

/// How much there is of everything, which a schema cannot express.
final class ShapeChecks {

  private ShapeChecks() {}

  static List<Finding> limits(Contract contract, JsonNode content) {
    List<Finding> findings = new ArrayList<>();
    for (Limit limit : contract.limits()) {
      int dot = limit.field().indexOf('.');
      if (dot < 0) {
        check(limit, limit.field(), content.path(limit.field()), findings);
      } else {
        String list = limit.field().substring(0, dot);
        String inside = limit.field().substring(dot + 1);
        for (int i = 0; i < content.path(list).size(); i++) {
          check(
              limit,
              list + "[" + i + "]." + inside,
              content.path(list).get(i).path(inside),
              findings);
        }
      }
    }
    return findings;
  }

  private static void check(Limit limit, String field, JsonNode value, List<Finding> findings) {
    int found =
        switch (limit.unit()) {
          case ITEMS -> value.size();
          case SENTENCES -> sentences(value.asString(""));
        };
    if (found < limit.min() || found > limit.max()) {
      findings.add(
          new Finding(
              Finding.Grade.NOTE,
              found < limit.min() ? "count-below" : "count-above",
              field,
              "expected %d to %d %s, found %d"
                  .formatted(limit.min(), limit.max(), limit.unit().label(), found)));
    }
  }

  static int sentences(String text) {
    BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ROOT);
    boundaries.setText(text.strip());
    int count = 0;
    while (boundaries.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}

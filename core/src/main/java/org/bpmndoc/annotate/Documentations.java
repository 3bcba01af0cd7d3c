package org.bpmndoc.annotate;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.xml.OwnText;
import org.bpmndoc.xml.Tagged;

/// The `documentation` that an element has: ours as we wrote it, and that of people, to which also
/// counts what they have made of ours (`hasEdited`). What is empty is nobody's.
record Documentations(List<Tagged> ours, List<Tagged> peoples, boolean hasEdited) {

  static final String NAME = "documentation";
  static final String FORMAT = "textFormat";

  static Documentations of(Tagged element) {
    List<Tagged> ours = new ArrayList<>();
    List<Tagged> peoples = new ArrayList<>();
    boolean hasEdited = false;
    for (Tagged child : element.children()) {
      String format = child.attribute(FORMAT);
      if (!child.name().equals(NAME)) {
        continue;
      }
      if (child.hasOnlyText() && OwnText.isOwn(child.text(), format)) {
        ours.add(child);
      } else if (!child.hasOnlyText() || !child.text().isEmpty() || OwnText.wasOwn(format)) {
        peoples.add(child);
        hasEdited |= OwnText.wasOwn(format);
      }
    }
    return new Documentations(List.copyOf(ours), List.copyOf(peoples), hasEdited);
  }
}

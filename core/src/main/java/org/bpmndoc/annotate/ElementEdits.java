package org.bpmndoc.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.OwnText;
import org.bpmndoc.xml.Tagged;

/// Goes through the elements of one file and collects what a wish makes of them.
final class ElementEdits {

  private final Wish wish;
  private final Map<Tagged, SubjectId> subjects;
  private final String text;
  private final IntPredicate holds;
  private final Layout layout;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Annotated.Done> done = new ArrayList<>();

  /// `holds` says which characters stand in the file as they are.
  ElementEdits(Wish wish, Map<Tagged, SubjectId> subjects, String text, IntPredicate holds) {
    this.wish = wish;
    this.subjects = subjects;
    this.text = text;
    this.holds = holds;
    this.layout = new Layout(text);
  }

  void all(Tagged parent) {
    for (Tagged element : parent.children()) {
      if (!element.name().equals(Documentations.NAME)) {
        one(element, parent);
        all(element);
      }
    }
  }

  List<Edit> edits() {
    return edits;
  }

  List<Annotated.Done> done() {
    return done;
  }

  private void one(Tagged element, Tagged parent) {
    Optional<SubjectId> subject = Optional.ofNullable(subjects.get(element));
    if (wish.only().isPresent() && !wish.only().equals(subject)) {
      return;
    }
    Documentations there = Documentations.of(element);
    switch (wish) {
      case Wish.Remove _ -> {
        remove(element, subject, there.ours());
        if (there.hasEdited()) {
          note(element, subject, What.EDITED);
        }
      }
      case Wish.Write _ when subject.isEmpty() -> remove(element, subject, there.ours());
      case Wish.Write write ->
          subject
              .map(write.texts()::get)
              .map(said -> written(element, parent, there, write.beside(), said))
              .ifPresent(what -> note(element, subject, what));
    }
  }

  private What written(
      Tagged element, Tagged parent, Documentations there, boolean beside, String said) {
    String format = OwnText.format(said);
    Optional<String> content = Escape.of(said, layout.lineEnd(), holds);
    if (content.isEmpty()) {
      return What.UNWRITABLE;
    }
    String escaped = content.get();
    if (!there.ours().isEmpty()) {
      Tagged before = there.ours().getFirst();
      remove(element, Optional.empty(), there.ours().subList(1, there.ours().size()));
      if (before.attribute(Documentations.FORMAT).equals(format)) {
        return What.UNCHANGED;
      }
      edits.add(new Edit(before.start(), before.end(), again(before, format, escaped)));
      return What.REPLACED;
    }
    if (!there.peoples().isEmpty()) {
      if (!beside) {
        return there.hasEdited() ? What.EDITED : What.PEOPLES;
      }
      edits.add(
          layout.behind(there.peoples().getLast(), element(element.prefix(), format, escaped)));
      return What.INSERTED;
    }
    edits.add(layout.first(element, parent, element(element.prefix(), format, escaped)));
    return What.INSERTED;
  }

  private static String element(String prefix, String format, String escaped) {
    String name = prefix + Documentations.NAME;
    return "<%s %s=\"%s\">%s</%s>".formatted(name, Documentations.FORMAT, format, escaped, name);
  }

  /// Other words in the same tags: a tool may have put an id into them.
  private String again(Tagged before, String format, String escaped) {
    String tag = text.substring(before.start(), before.contentStart());
    String old = before.attribute(Documentations.FORMAT);
    return before.isEmptyTag() || !tag.contains(old)
        ? element(before.prefix(), format, escaped)
        : tag.replace(old, format) + escaped + text.substring(before.contentEnd(), before.end());
  }

  private void remove(Tagged element, Optional<SubjectId> subject, List<Tagged> ours) {
    if (!ours.isEmpty()) {
      edits.addAll(layout.without(element, ours));
      note(element, subject, What.REMOVED);
    }
  }

  private void note(Tagged element, Optional<SubjectId> subject, What what) {
    done.add(new Annotated.Done(element.location(), subject, what));
  }
}

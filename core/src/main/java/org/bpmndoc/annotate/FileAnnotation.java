package org.bpmndoc.annotate;

import java.io.ByteArrayInputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.bpmndoc.bpmn.BpmnReader;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.FileReading;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.xml.Tagged;
import org.bpmndoc.xml.XmlText;

/// Makes of one file what a wish wants of it, in memory, and proves the result.
final class FileAnnotation {

  private final Definitions definitions;
  private final Collection<Subject> subjects;

  /// `subjects` are those of the file.
  FileAnnotation(Definitions definitions, Collection<Subject> subjects) {
    this.definitions = definitions;
    this.subjects = subjects;
  }

  Annotated of(byte[] bytes, Wish wish) {
    if (!isStill(bytes)) {
      return refused(
          "annotate-changed", "was changed meanwhile", "run the command again to read it anew");
    }
    Optional<XmlText> text = XmlText.of(bytes);
    return text.isPresent()
        ? of(bytes, text.get(), wish)
        : refused(
            "annotate-encoding",
            "its characters cannot be written back as the bytes they were",
            "save the file as UTF-8");
  }

  private Annotated of(byte[] bytes, XmlText file, Wish wish) {
    try {
      String text = file.text();
      Tagged root = file.elements(definitions.file(), BpmnReader.NAMESPACE::equals);
      Optional<Map<Tagged, SubjectId>> named = named(root);
      if (named.isEmpty()) {
        return bug("an element is not where it was read");
      }
      ElementEdits edits = new ElementEdits(wish, named.get(), text, file::holds);
      edits.all(root);
      String edited = Edit.apply(edits.edits(), text);
      byte[] after = file.bytes(edited);
      return edited.equals(text) || Proof.holds(bytes, after)
          ? new Annotated.Edited(definitions.file(), bytes, after, text, edited, edits.done())
          : bug("the file would not have been the same but for its documentation");
    } catch (XMLStreamException | CharacterCodingException e) {
      return bug(String.valueOf(e.getMessage()));
    }
  }

  private boolean isStill(byte[] bytes) {
    return new BpmnReader().read(definitions.file(), new ByteArrayInputStream(bytes))
            instanceof FileReading.Parsed<Definitions> now
        && now.content().equals(definitions);
  }

  /// The elements that are subjects; empty where one is not found, or not for certain.
  private Optional<Map<Tagged, SubjectId>> named(Tagged root) {
    Map<SourceLocation, Tagged> places = new HashMap<>();
    if (!collect(root, places)) {
      return Optional.empty();
    }
    Map<Tagged, SubjectId> named = new IdentityHashMap<>();
    for (Subject subject : subjects) {
      Tagged element = places.get(subject.element().location());
      if (element == null || !element.attribute("id").equals(subject.element().id())) {
        return Optional.empty();
      }
      named.put(element, subject.id());
    }
    return Optional.of(named);
  }

  private static boolean collect(Tagged parent, Map<SourceLocation, Tagged> places) {
    for (Tagged child : parent.children()) {
      if (places.put(child.location(), child) != null || !collect(child, places)) {
        return false;
      }
    }
    return true;
  }

  private Annotated bug(String what) {
    return refused("annotate-bug", "left as it is: " + what, "this is a bug in bpmndoc");
  }

  private Annotated refused(String code, String message, String hint) {
    return new Annotated.Refused(
        definitions.file(),
        new Diagnostic(
            Severity.ERROR, code, SourceLocation.wholeFile(definitions.file()), message, hint));
  }
}

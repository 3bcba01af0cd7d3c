package org.bpmndoc.annotate;

import java.io.ByteArrayInputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.bpmndoc.bpmn.BpmnReader;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.xml.FileReading;
import org.bpmndoc.xml.Tagged;
import org.bpmndoc.xml.XmlText;

/// Shows that an edited file is the file it was but for what is ours, before it is written.
final class Proof {

  /// No XML can hold it, so nothing in a model can look like a place.
  private static final String NOWHERE = "\0";

  private static final Pattern PLACE = Pattern.compile("location=" + NOWHERE + "(:\\d+)?");

  private Proof() {}

  /// Without ours both have the same bytes, and with it they are read as the same model.
  static boolean holds(byte[] before, byte[] after) {
    Optional<byte[]> bare = bare(before);
    Optional<String> model = model(before);
    return bare.isPresent()
        && bare(after).filter(other -> Arrays.equals(bare.get(), other)).isPresent()
        && model.isPresent()
        && model.equals(model(after));
  }

  /// The file with nothing of ours in it.
  private static Optional<byte[]> bare(byte[] bytes) {
    Optional<XmlText> text = XmlText.of(bytes);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Tagged root = text.get().elements(NOWHERE, BpmnReader.NAMESPACE::equals);
      ElementEdits edits =
          new ElementEdits(
              new Wish.Remove(Optional.empty()), Map.of(), text.get().text(), text.get()::holds);
      edits.all(root);
      return Optional.of(text.get().bytes(Edit.apply(edits.edits(), text.get().text())));
    } catch (XMLStreamException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// All that is read of a file, but where in it: every record prints all that it holds.
  private static Optional<String> model(byte[] bytes) {
    return new BpmnReader().read(NOWHERE, new ByteArrayInputStream(bytes))
            instanceof FileReading.Parsed<Definitions> parsed
        ? Optional.of(PLACE.matcher(parsed.content().toString()).replaceAll(""))
        : Optional.empty();
  }
}

package org.bpmndoc.bpmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.bpmndoc.bpmn.FileReading.Malformed;
import org.bpmndoc.bpmn.FileReading.OtherRoot;
import org.bpmndoc.bpmn.FileReading.Parsed;

/// Reads one BPMN 2.0 file as real tools write it.
///
/// The XML must be well-formed; beyond that everything is taken as it is found: unknown elements,
/// wrong order, missing or repeated ids, references that lead nowhere. It never throws for what is
/// in a file, fetches nothing and resolves no entity.
public final class BpmnReader {

  private static final int FILE_BYTES_MAX = 256 * 1024 * 1024;

  /// Reads `in` to its end; the caller closes it. `file` is the name for source locations.
  public FileReading read(String file, InputStream in) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(FILE_BYTES_MAX + 1);
    } catch (IOException e) {
      return malformed(Trouble.unreadable(file, e));
    }
    if (bytes.length > FILE_BYTES_MAX) {
      return malformed(Trouble.tooLarge(file, FILE_BYTES_MAX));
    }
    if (bytes.length == 0) {
      return malformed(Trouble.empty(file));
    }
    try {
      return read(file, bytes, Encoding.of(bytes));
    } catch (Encoding.Unknown e) {
      return malformed(Trouble.unknownEncoding(file, e.declared));
    }
  }

  private static FileReading read(String file, byte[] bytes, Encoding encoding) {
    int length = bytes.length - encoding.start();
    try (InputStreamReader characters =
        new InputStreamReader(
            new ByteArrayInputStream(bytes, encoding.start(), length), encoding.strictDecoder())) {
      XmlParser.Tree tree = XmlParser.parse(file, characters);
      return tree.root().isBpmn("definitions")
          ? parsed(file, tree, encoding)
          : otherRoot(file, tree.root());
    } catch (XmlParser.TooDeep e) {
      return malformed(Trouble.tooDeep(e.location));
    } catch (XMLStreamException e) {
      return e.getNestedException() instanceof CharacterCodingException
          ? malformed(Trouble.wrongEncoding(file, encoding, encoding.firstBadPlace(bytes)))
          : malformed(Trouble.notWellFormed(file, e));
    } catch (IOException e) {
      return malformed(Trouble.unreadable(file, e));
    }
  }

  private static FileReading parsed(String file, XmlParser.Tree tree, Encoding encoding) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (encoding.isContradicted()) {
      diagnostics.add(Trouble.encodingContradicted(file, encoding));
    }
    Definitions definitions = new DefinitionsBuilder(file, tree, diagnostics).build();
    diagnostics.addAll(References.check(definitions));
    return new Parsed(definitions, diagnostics.stream().sorted().toList());
  }

  private static FileReading otherRoot(String file, Xml root) {
    String name = root.namespace.isEmpty() ? root.name : "{" + root.namespace + "}" + root.name;
    return new OtherRoot(file, name, List.of(Trouble.otherRoot(root, name)));
  }

  private static FileReading malformed(Diagnostic diagnostic) {
    return new Malformed(diagnostic.location().file(), List.of(diagnostic));
  }
}

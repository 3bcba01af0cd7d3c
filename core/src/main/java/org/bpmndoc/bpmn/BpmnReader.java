package org.bpmndoc.bpmn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
/// in a file, fetches nothing and resolves no entity. What it holds at a time is bounded whatever
/// is in the file: a buffer of it, and as much of its content as [XmlParser] allows.
public final class BpmnReader {

  static final int FILE_BYTES_MAX = 64 * 1024 * 1024;

  /// Reads `in` to its end; the caller closes it. `file` is the name for source locations.
  public FileReading read(String file, InputStream in) {
    byte[] head;
    try {
      head = in.readNBytes(Encoding.HEAD_BYTES);
    } catch (IOException e) {
      return malformed(Trouble.unreadable(file, e));
    }
    if (head.length == 0) {
      return malformed(Trouble.empty(file));
    }
    try {
      Encoding encoding = Encoding.of(head);
      ByteBuffer content = ByteBuffer.wrap(head).position(encoding.start());
      return read(
          file, encoding, new Characters(content, in, encoding.strictDecoder(), FILE_BYTES_MAX));
    } catch (Encoding.Unknown e) {
      return malformed(Trouble.unknownEncoding(file, e.declared));
    }
  }

  private static FileReading read(String file, Encoding encoding, Characters characters) {
    try {
      XmlParser.Tree tree = XmlParser.parse(file, characters);
      return tree.root().isBpmn("definitions")
          ? parsed(file, tree, encoding)
          : otherRoot(file, tree.root());
    } catch (XmlParser.TooMuch e) {
      return malformed(Trouble.tooMuch(e));
    } catch (XMLStreamException e) {
      return malformed(
          switch (e.getNestedException()) {
            case CharacterCodingException _ -> Trouble.wrongEncoding(file, encoding, e);
            case Characters.TooLong _ -> Trouble.tooLarge(file, FILE_BYTES_MAX, e);
            case IOException cause -> Trouble.unreadable(file, cause);
            case null, default -> Trouble.notWellFormed(file, e);
          });
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

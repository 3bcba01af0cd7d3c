package org.bpmndoc.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.bpmndoc.xml.FileReading.Malformed;
import org.bpmndoc.xml.FileReading.OtherRoot;
import org.bpmndoc.xml.FileReading.Parsed;

/// Reads files of one kind of model as real tools write them.
///
/// The XML must be well-formed; beyond that everything is taken as it is found. It never throws for
/// what is in a file, fetches nothing and resolves no entity. What it holds at a time is bounded
/// whatever is in the file: a buffer of it, and as much of its content as [XmlParser] allows.
public final class XmlReader<T> {

  /// So many elements may stand inside each other.
  public static final int NESTING_MAX = 256;

  static final int FILE_BYTES_MAX = 64 * 1024 * 1024;

  /// Makes a model of a file's tree and adds what a person should know about it.
  public interface Builder<T> {
    T build(String file, XmlTree tree, List<Diagnostic> diagnostics);
  }

  private final Vocabulary vocabulary;
  private final Builder<T> builder;

  public XmlReader(Vocabulary vocabulary, Builder<T> builder) {
    this.vocabulary = vocabulary;
    this.builder = builder;
  }

  /// Reads `in` to its end; the caller closes it. `file` is the name for source locations.
  public FileReading<T> read(String file, InputStream in) {
    byte[] head;
    try {
      head = in.readNBytes(Encoding.HEAD_BYTES);
    } catch (IOException e) {
      return malformed(Trouble.unreadable(file, e));
    }
    if (head.length == 0) {
      return malformed(Trouble.empty(file, vocabulary));
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

  private FileReading<T> read(String file, Encoding encoding, Characters characters) {
    try {
      XmlTree tree = XmlParser.parse(file, characters, vocabulary);
      return tree.root().isModel(Vocabulary.ROOT)
          ? parsed(file, tree, encoding, characters.looksLikeUtf8())
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

  private FileReading<T> parsed(
      String file, XmlTree tree, Encoding encoding, boolean looksLikeUtf8) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (encoding.isContradicted()) {
      diagnostics.add(Trouble.encodingContradicted(file, encoding));
    }
    if (looksLikeUtf8) {
      diagnostics.add(Trouble.encodingDoubtful(file, encoding));
    }
    T content = builder.build(file, tree, diagnostics);
    return new Parsed<>(file, content, diagnostics.stream().sorted().toList());
  }

  private FileReading<T> otherRoot(String file, Xml root) {
    String name =
        root.namespace().isEmpty() ? root.name() : "{" + root.namespace() + "}" + root.name();
    return new OtherRoot<>(file, name, List.of(Trouble.otherRoot(root, name, vocabulary)));
  }

  private FileReading<T> malformed(Diagnostic diagnostic) {
    return new Malformed<>(diagnostic.location().file(), List.of(diagnostic));
  }
}

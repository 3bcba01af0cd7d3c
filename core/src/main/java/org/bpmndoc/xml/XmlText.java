package org.bpmndoc.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/// The text of an XML file that is to be changed, with all that it takes to write it back: what is
/// not touched has the same bytes afterwards.
public final class XmlText {

  private final byte[] bytes;
  private final Encoding encoding;
  private final String text;
  private final CharsetEncoder encoder;
  private final boolean doubtful;

  private XmlText(byte[] bytes, Encoding encoding, String text) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.text = text;
    this.encoder =
        encoding
            .charset()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.doubtful = encoding.isContradicted() || looksLikeUtf8();
  }

  /// Empty where the bytes are no characters of the file's encoding, or that encoding would write
  /// the same characters otherwise.
  public static Optional<XmlText> of(byte[] bytes) {
    try {
      Encoding encoding = Encoding.of(Arrays.copyOf(bytes, headOf(bytes)));
      ByteBuffer content =
          ByteBuffer.wrap(bytes, encoding.start(), bytes.length - encoding.start());
      XmlText text =
          new XmlText(bytes, encoding, encoding.strictDecoder().decode(content).toString());
      return Arrays.equals(text.bytes(text.text), bytes) ? Optional.of(text) : Optional.empty();
    } catch (Encoding.Unknown | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int headOf(byte[] bytes) {
    return Math.min(bytes.length, Encoding.HEAD_BYTES);
  }

  /// Without the byte order mark.
  public String text() {
    return text;
  }

  /// Another text as the bytes of this file, in its encoding and with its mark.
  public byte[] bytes(String other) throws CharacterCodingException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length);
    all.write(bytes, 0, encoding.start());
    ByteBuffer encoded = encoder.encode(CharBuffer.wrap(other));
    all.write(encoded.array(), encoded.arrayOffset(), encoded.remaining());
    return all.toByteArray();
  }

  /// Whether the file can hold that character as it is, whoever reads it. Where a file is not what
  /// it declares, that is ASCII.
  public boolean holds(int codePoint) {
    return codePoint < 128 || !doubtful && encoder.canEncode(Character.toString(codePoint));
  }

  /// The root element, with those of its descendants that are of these namespaces, as far as their
  /// parents are. `file` is the name for source locations, which are those that [XmlReader] gives.
  public Tagged elements(String file, Predicate<String> namespaces) throws XMLStreamException {
    return TaggedParser.parse(file, characters(), text, namespaces);
  }

  /// In the same portions as for [XmlReader].
  private Reader characters() {
    int head = headOf(bytes);
    return new Characters(
        ByteBuffer.wrap(Arrays.copyOf(bytes, head)).position(encoding.start()),
        new ByteArrayInputStream(bytes, head, bytes.length - head),
        encoding.strictDecoder(),
        bytes.length);
  }

  private boolean looksLikeUtf8() {
    if (encoding.charset().equals(StandardCharsets.UTF_8)) {
      return false;
    }
    Utf8Signs signs = new Utf8Signs();
    signs.watch(bytes, 0, bytes.length);
    return signs.areConvincing();
  }
}

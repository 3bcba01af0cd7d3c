package org.bpmndoc.xml;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In which characters a file is written: its byte order mark decides, else the pattern of its
/// first bytes, else its XML declaration, else UTF-8.
///
/// `start` is the number of bytes of the mark. `declared` is what the declaration says, empty where
/// it says nothing.
record Encoding(Charset charset, int start, String declared) {

  private static final Pattern DECLARATION =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  /// So many bytes of a file tell its encoding, mark and declaration included.
  static final int HEAD_BYTES = 400;

  /// A declared encoding that this machine does not know.
  static final class Unknown extends Exception {
    final String declared;

    Unknown(String declared, Throwable cause) {
      super("unknown encoding " + declared, cause);
      this.declared = declared;
    }
  }

  /// The encoding of the file that begins with these bytes.
  static Encoding of(byte[] bytes) throws Unknown {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return marked(bytes, StandardCharsets.UTF_8, 3);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return marked(bytes, StandardCharsets.UTF_16BE, 2);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return marked(bytes, StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(bytes, 0, '<', 0)) {
      return marked(bytes, StandardCharsets.UTF_16BE, 0);
    }
    if (startsWith(bytes, '<', 0)) {
      return marked(bytes, StandardCharsets.UTF_16LE, 0);
    }
    String declared = declared(bytes, StandardCharsets.ISO_8859_1, 0);
    return new Encoding(declared.isEmpty() ? StandardCharsets.UTF_8 : named(declared), 0, declared);
  }

  /// Whether the declaration names another encoding than the file has; UTF-16 counts in either
  /// order of bytes.
  boolean isContradicted() {
    return !declared.isEmpty()
        && !declared.equalsIgnoreCase(charset.name())
        && !charset.aliases().stream().anyMatch(declared::equalsIgnoreCase)
        && !(declared.equalsIgnoreCase("UTF-16") && charset.name().startsWith("UTF-16"));
  }

  CharsetDecoder strictDecoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static Encoding marked(byte[] bytes, Charset charset, int start) {
    return new Encoding(charset, start, declared(bytes, charset, start));
  }

  private static String declared(byte[] bytes, Charset charset, int start) {
    int length = bytes.length - start;
    Matcher matcher = DECLARATION.matcher(new String(bytes, start, length, charset));
    return matcher.find() ? matcher.group(1) : "";
  }

  /// The encoding of that name. One that says 16 or 32 bits is wrong in a file whose declaration
  /// could be read byte by byte, so that is UTF-8.
  private static Charset named(String declared) throws Unknown {
    try {
      Charset charset = Charset.forName(declared);
      boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
      return wide || !charset.canEncode() ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Unknown(declared, e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}

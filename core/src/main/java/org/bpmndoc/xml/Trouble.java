package org.bpmndoc.xml;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/// What is said about a file that cannot be read, or not as what it claims to be.
final class Trouble {

  private static final Pattern UNBOUND_PREFIX =
      Pattern.compile("(?:Element|Attribute)PrefixUnbound\\?.*&([^&]+)$");

  private Trouble() {}

  static Diagnostic unreadable(String file, IOException cause) {
    return error(
        "file-unreadable",
        SourceLocation.wholeFile(file),
        "the file cannot be read: " + cause,
        "check that it exists and that you may read it");
  }

  static Diagnostic tooLarge(String file, int bytesMax, XMLStreamException cause) {
    return error(
        "file-too-large",
        location(file, cause.getLocation()),
        "expected at most " + bytesMax / (1024 * 1024) + " MB, found more; the file is not read",
        "split the file, or move it out of the folder");
  }

  static Diagnostic empty(String file, Vocabulary vocabulary) {
    return error(
        "file-empty",
        SourceLocation.wholeFile(file),
        "expected a " + vocabulary.name() + " model, found an empty file",
        "delete the file, or restore what was in it");
  }

  static Diagnostic unknownEncoding(String file, String declared) {
    return error(
        "encoding-unknown",
        new SourceLocation(file, 1, 1),
        "the XML declaration names the encoding \"" + declared + "\", which does not exist here",
        "save the file as UTF-8");
  }

  /// The parser has taken in everything before the bytes that are no characters, and nothing after.
  static Diagnostic wrongEncoding(String file, Encoding encoding, XMLStreamException cause) {
    String name = encoding.charset().name();
    return error(
        "encoding-wrong",
        location(file, cause.getLocation()),
        "expected characters in "
            + name
            + (encoding.declared().isEmpty() ? "" : ", which the file declares")
            + "; found bytes that are none",
        "save the file as " + name + ", or declare the encoding that it really has");
  }

  static Diagnostic encodingContradicted(String file, Encoding encoding) {
    return new Diagnostic(
        Severity.WARNING,
        "encoding-contradicted",
        new SourceLocation(file, 1, 1),
        "the XML declaration says "
            + encoding.declared()
            + ", the bytes are "
            + encoding.charset().name()
            + "; read as "
            + encoding.charset().name(),
        "correct the declaration");
  }

  static Diagnostic encodingDoubtful(String file, Encoding encoding) {
    return new Diagnostic(
        Severity.WARNING,
        "encoding-doubtful",
        new SourceLocation(file, 1, 1),
        "the XML declaration says "
            + encoding.declared()
            + ", and the file was read so; all its bytes look like UTF-8, so that letters beyond"
            + " ASCII came out wrong",
        "declare UTF-8, or save the file as " + encoding.declared());
  }

  static Diagnostic tooMuch(XmlParser.TooMuch found) {
    return switch (found.what) {
      case NESTING ->
          error(
              "nesting-too-deep",
              found.location,
              "expected at most "
                  + XmlParser.NESTING_MAX
                  + " elements inside each other, found more; the file is not read",
              "move inner sub-processes to processes of their own and call them");
      case PARTS ->
          error(
              "too-many-elements",
              found.location,
              "expected at most %,d elements and attributes outside of diagrams, found more; the file is not read"
                  .formatted(XmlParser.PARTS_MAX),
              "split the file");
      case TEXT ->
          error(
              "too-much-text",
              found.location,
              "expected at most %,d characters of text and attributes outside of diagrams, found more; the file is not read"
                  .formatted(XmlParser.TEXT_CHARACTERS_MAX),
              "take embedded documents out of the file");
    };
  }

  static Diagnostic otherRoot(Xml root, String name, Vocabulary vocabulary) {
    return new Diagnostic(
        Severity.WARNING,
        "root-not-" + vocabulary.name().toLowerCase(Locale.ROOT),
        root.location(),
        "expected the root element \""
            + Vocabulary.ROOT
            + "\" of "
            + vocabulary.title()
            + ", found \""
            + name
            + "\""
            + (root.namespace().isEmpty() ? " in no namespace" : ""),
        root.name().equals(Vocabulary.ROOT)
            ? "declare the namespace " + vocabulary.namespace()
            : "export the model as " + vocabulary.title() + ", or move the file out of the folder");
  }

  static Diagnostic notWellFormed(String file, XMLStreamException cause) {
    SourceLocation location = location(file, cause.getLocation());
    String found = found(cause);
    return found.contains("DOCTYPE")
        ? error(
            "doctype-refused",
            location,
            "the file has a document type declaration (DOCTYPE); such files are refused, since"
                + " entities can fetch other files or fill the memory",
            "remove the DOCTYPE and write out what its entities stand for")
        : error(
            "xml-malformed",
            location,
            "expected well-formed XML, found: " + found,
            "open the file in its modeler and save it again, or correct this place by hand");
  }

  /// The parser's own message without the position that it puts in front. For an undeclared prefix
  /// it has a key in place of a message.
  private static String found(XMLStreamException cause) {
    String message = String.valueOf(cause.getMessage());
    int start = message.indexOf("Message: ");
    String own = (start < 0 ? message : message.substring(start + "Message: ".length())).strip();
    Matcher unbound = UNBOUND_PREFIX.matcher(own);
    return unbound.find()
        ? "\"" + unbound.group(1) + "\", whose prefix is not declared by any xmlns attribute"
        : own;
  }

  /// The parser names no place for what is wrong with the first characters.
  private static SourceLocation location(String file, @Nullable Location at) {
    return at == null || at.getLineNumber() < 1
        ? new SourceLocation(file, 1, 1)
        : new SourceLocation(file, at.getLineNumber(), Math.max(1, at.getColumnNumber()));
  }

  private static Diagnostic error(
      String code, SourceLocation location, String message, String hint) {
    return new Diagnostic(Severity.ERROR, code, location, message, hint);
  }
}

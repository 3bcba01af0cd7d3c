package org.bpmndoc.landscape;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// Reads a links file. What is wrong with it is in its diagnostics; it is never an exception, so
/// that the rest of the landscape is read.
final class LinksFileReader {

  static final int BYTES_MAX = 4 * 1024 * 1024;

  static final String BYTE_ORDER_MARK = "\uFEFF";

  private LinksFileReader() {}

  /// The links file of a landscape's folder; a symbolic link is not followed out of it.
  static LinksFile inFolder(Path folder) {
    Path file = folder.resolve(LinksFile.NAME);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return LinksFile.EMPTY;
    }
    if (Files.isSymbolicLink(file)) {
      return new LinksFile(
          List.of(),
          List.of(),
          List.of(
              refused(
                      LinksFile.NAME,
                      "a symbolic link, not followed",
                      "name the file itself by --links")
                  .diagnostic()));
    }
    return read(file, LinksFile.NAME);
  }

  static LinksFile read(Path file) {
    return read(file, file.toString());
  }

  private static LinksFile read(Path file, String name) {
    return switch (text(file, name)) {
      case Reading.Text text -> LinksYaml.of(name, text.value()).content();
      case Reading.Refused refused ->
          new LinksFile(List.of(), List.of(), List.of(refused.diagnostic()));
    };
  }

  /// What a file holds, a byte order mark included, or why it is not read.
  sealed interface Reading {
    record Text(String whole) implements Reading {
      boolean hasMark() {
        return whole.startsWith(BYTE_ORDER_MARK);
      }

      String value() {
        return hasMark() ? whole.substring(1) : whole;
      }
    }

    record Refused(Diagnostic diagnostic) implements Reading {}
  }

  static Reading text(Path file, String name) {
    if (!Files.isRegularFile(file)) {
      return refused(name, "expected a file, found none", "check the name");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      return bytes.length > BYTES_MAX
          ? refused(name, "is longer than 4 MiB", "name another file by --links")
          : new Reading.Text(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return refused(name, "expected UTF-8", "save the file as UTF-8");
    } catch (IOException e) {
      return refused(
          name, "cannot be read: " + e.getClass().getSimpleName(), "check that you may read it");
    }
  }

  private static Reading.Refused refused(String name, String message, String hint) {
    return new Reading.Refused(
        new Diagnostic(
            Severity.ERROR,
            "links-file-unreadable",
            SourceLocation.wholeFile(name),
            message,
            hint));
  }
}

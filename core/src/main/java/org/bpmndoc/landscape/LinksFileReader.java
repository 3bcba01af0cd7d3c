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
import org.bpmndoc.bpmn.Diagnostic;
import org.bpmndoc.bpmn.Diagnostic.Severity;
import org.bpmndoc.bpmn.SourceLocation;

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
      return refused(
          LinksFile.NAME, "a symbolic link, not followed", "name the file itself by --links");
    }
    return read(file, LinksFile.NAME);
  }

  static LinksFile read(Path file) {
    return read(file, file.toString());
  }

  private static LinksFile read(Path file, String name) {
    if (!Files.isRegularFile(file)) {
      return refused(name, "expected a file, found none", "check the name");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      return bytes.length > BYTES_MAX
          ? refused(name, "is longer than 4 MiB", "name another file by --links")
          : LinksYaml.of(name, text(bytes)).content();
    } catch (CharacterCodingException e) {
      return refused(name, "expected UTF-8", "save the file as UTF-8");
    } catch (IOException e) {
      return refused(
          name, "cannot be read: " + e.getClass().getSimpleName(), "check that you may read it");
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static LinksFile refused(String name, String message, String hint) {
    return new LinksFile(
        List.of(),
        List.of(),
        List.of(
            new Diagnostic(
                Severity.ERROR,
                "links-file-unreadable",
                SourceLocation.wholeFile(name),
                message,
                hint)));
  }
}

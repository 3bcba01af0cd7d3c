package org.bpmndoc.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// What a file of text in UTF-8 holds, or why it is not read.
public sealed interface TextFile {

  int BYTES_MAX = 4 * 1024 * 1024;

  String BYTE_ORDER_MARK = "\uFEFF";

  /// `whole` has a byte order mark where the file has one.
  record Text(String whole) implements TextFile {
    public boolean hasMark() {
      return whole.startsWith(BYTE_ORDER_MARK);
    }

    public String value() {
      return hasMark() ? whole.substring(1) : whole;
    }
  }

  /// `message` says what was expected and what was found, `hint` what to do.
  record Refused(String message, String hint) implements TextFile {}

  static TextFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new Refused("expected a file, found none", "check the name");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      return bytes.length > BYTES_MAX
          ? new Refused("is longer than 4 MiB", "shorten it, or name another file")
          : new Text(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new Refused("expected UTF-8", "save the file as UTF-8");
    } catch (IOException e) {
      return new Refused(
          "cannot be read: " + e.getClass().getSimpleName(), "check that you may read it");
    }
  }

  /// A file of that name in a folder from anywhere; empty where there is none. A symbolic link is
  /// not followed out of the folder.
  static Optional<TextFile> inFolder(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    return Optional.of(
        Files.isSymbolicLink(file)
            ? new Refused("a symbolic link, not followed", "name the file itself by an option")
            : read(file));
  }
}

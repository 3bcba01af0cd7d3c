package org.bpmndoc.xml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Text that bpmndoc has put into a model itself. Its format says so, with a hash of the text: what
/// anybody has changed since is that person's, and counts as such.
///
/// White space is no part of the hash, since tools that write a file again lay it out anew.
public final class OwnText {

  private static final String MARK = "text/plain; bpmndoc=";
  private static final int HASH_CHARACTERS = 16;
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private OwnText() {}

  /// The format of such a text, for the attribute `textFormat`.
  public static String format(String text) {
    String words = WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    byte[] hash = sha256().digest(words.getBytes(StandardCharsets.UTF_8));
    return MARK + HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
  }

  /// Whether the text is ours, word for word.
  public static boolean isOwn(String text, String format) {
    return wasOwn(format) && format.equals(format(text));
  }

  /// Whether it was ours once; somebody may have changed it.
  public static boolean wasOwn(String format) {
    return format.startsWith(MARK);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

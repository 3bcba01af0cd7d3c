package org.bpmndoc.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Turns any name into a file name that every file system takes: a readable part in small letters,
/// digits and hyphens, then a part of the name's SHA-256.
///
/// The hash makes names differ that are alike without case, without accents or when shortened, and
/// keeps them apart from names that Windows reserves. The length is bounded.
final class FileNames {

  private static final int READABLE_MAX = 60;
  private static final int HASH_DIGITS = 12;

  private FileNames() {}

  static String of(String readable, String unique) {
    String words =
        readable.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String kept = words.substring(0, Math.min(words.length(), READABLE_MAX));
    String hash = hash(unique);
    return kept.isEmpty() ? hash : kept + "-" + hash;
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

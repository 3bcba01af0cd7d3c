package org.bpmndoc.emulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash by which things are told apart without being kept.
final class Sha256 {

  private Sha256() {}

  /// In lower-case hex.
  static String of(byte[] content) {
    return HexFormat.of().formatHex(hash(content));
  }

  static byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

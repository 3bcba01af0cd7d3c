package org.bpmndoc.document;

/// The SHA-256, in hex, of a canonical request: what would be sent, and nothing that does not
/// change the answer. Documents are stored under it.
public record Fingerprint(String hex) implements Comparable<Fingerprint> {

  public Fingerprint {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a fingerprint has 64 hex digits, not " + hex);
    }
  }

  @Override
  public int compareTo(Fingerprint other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}

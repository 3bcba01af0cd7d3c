package org.bpmndoc.batch;

import java.util.regex.Pattern;
import org.bpmndoc.document.Fingerprint;

/// Names one attempt of one request so that any result line proves where it came from: run, request
/// and attempt, in at most 64 characters of `[a-zA-Z0-9_-]`.
public record CustomId(String value) implements Comparable<CustomId> {

  private static final int RUN_MAX = 20;
  private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  public CustomId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a custom id has 1 to 64 characters of [a-zA-Z0-9_-], not " + value);
    }
  }

  /// `run` may have at most 20 characters, so that no attempt's number can make the id too long.
  /// Two subjects with the same fingerprint share an attempt.
  public static CustomId of(String run, Fingerprint fingerprint, int attempt) {
    if (run.isEmpty() || run.length() > RUN_MAX || attempt < 1) {
      throw new IllegalArgumentException(
          "expected a run of 1 to "
              + RUN_MAX
              + " characters and an attempt from 1, found "
              + run
              + " and "
              + attempt);
    }
    return new CustomId(run + "_" + fingerprint.hex().substring(0, 32) + "_" + attempt);
  }

  @Override
  public int compareTo(CustomId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.bpmndoc.batch;

import org.bpmndoc.prompt.Request;

/// How many bytes a request takes in a batch's body at most, in the JSON of any provider that is
/// sent UTF-8, with the answer's schema as JSON or as text.
final class WireSize {

  /// Field names, model, limits, punctuation and the custom id.
  private static final int ENVELOPE_BYTES = 2048;

  private WireSize() {}

  static long bytesMax(Request request) {
    return ENVELOPE_BYTES
        + escapedBytes(request.instructions())
        + escapedBytes(request.facts())
        + escapedBytes(request.answerSchema().toString());
  }

  /// UTF-8 bytes of a JSON string: control characters and halves of surrogate pairs as six, since
  /// some clients escape them, quotes and backslashes doubled.
  private static long escapedBytes(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20) {
        bytes += c == '\n' || c == '\r' || c == '\t' ? 2 : 6;
      } else if (c == '"' || c == '\\') {
        bytes += 2;
      } else if (c < 0x80) {
        bytes += 1;
      } else if (Character.isSurrogate(c)) {
        bytes += 6;
      } else if (c < 0x800) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}

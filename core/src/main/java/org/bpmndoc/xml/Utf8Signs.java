package org.bpmndoc.xml;

/// Watches the bytes of a file that says it is in another encoding for signs that it is UTF-8.
///
/// Letters of such an encoding hardly ever stand beside each other so that they happen to be UTF-8;
/// where all of a file's bytes above ASCII do, its declaration is wrong.
final class Utf8Signs {

  private boolean found;
  private boolean refuted;

  /// Bytes that the character begun has still to come.
  private int missing;

  void watch(byte[] bytes, int from, int to) {
    for (int i = from; i < to && !refuted; i++) {
      boolean continues = (bytes[i] & 0xC0) == 0x80;
      if (missing > 0 || continues) {
        refuted = missing == 0 || !continues;
        missing--;
        found |= missing == 0;
      } else if (bytes[i] < 0) {
        int lead = bytes[i] & 0xFF;
        refuted = lead < 0xC2 || lead > 0xF4;
        missing = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
      }
    }
  }

  /// Whether all that was watched can be UTF-8 and some of it can hardly be anything else.
  boolean areConvincing() {
    return found && !refuted && missing == 0;
  }
}

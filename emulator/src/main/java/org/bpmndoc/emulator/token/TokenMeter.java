package org.bpmndoc.emulator.token;

/// Counts the tokens of a text that comes in pieces. However it is cut, the count is the same, and
/// it never falls. For one thread.
public final class TokenMeter {

  private static final int CAPITALS_PIECE = 3;
  private static final int DIGITS_PIECE = 3;
  private static final int MARKS_PIECE = 2;
  private static final int SPACE_PIECE = 16;

  /// What one piece of text consists of.
  private enum Run {
    /// Lower-case letters, with one capital before them.
    WORD,
    CAPITALS,
    /// The rest of a word from its first letter beyond ASCII on.
    ACCENTED,
    DIGITS,
    /// Punctuation and what else ASCII has.
    MARKS,
    SPACE,
    /// Each character stands for itself: ideographs, kana, hangul, typographic marks, pictures.
    SINGLE
  }

  private final int letters;
  private final int accented;
  private Run run = Run.SINGLE;
  private int length;
  private boolean lone;
  private char highSurrogate;
  private long tokens;

  TokenMeter(int letters, int accented) {
    this.letters = letters;
    this.accented = accented;
  }

  public void read(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)) {
        highSurrogate = unit;
      } else {
        boolean pair = Character.isSurrogatePair(highSurrogate, unit);
        take(pair ? Character.toCodePoint(highSurrogate, unit) : unit);
        highSurrogate = 0;
      }
    }
  }

  /// Of what was read so far.
  public long tokens() {
    return tokens;
  }

  void take(int character) {
    if (character == ' ' && run != Run.SPACE) {
      // A single space goes with the word after it.
      begin(Run.SPACE);
      lone = true;
      return;
    }
    Run next = character < 128 ? ofAscii((char) character) : ofOther(character);
    if (next == Run.WORD && run == Run.CAPITALS && length == 1) {
      run = Run.WORD;
    } else if (next != run) {
      begin(next);
    } else if (lone) {
      length = 0;
      lone = false;
    }
    if (length % piece() == 0) {
      tokens += Character.charCount(character);
    }
    length++;
  }

  private void begin(Run next) {
    run = next;
    length = 0;
    lone = false;
  }

  private Run ofAscii(char character) {
    if (character >= 'a' && character <= 'z') {
      return run == Run.ACCENTED ? Run.ACCENTED : Run.WORD;
    }
    if (character >= 'A' && character <= 'Z') {
      return Run.CAPITALS;
    }
    if (character >= '0' && character <= '9') {
      return Run.DIGITS;
    }
    return Character.isWhitespace(character) ? Run.SPACE : Run.MARKS;
  }

  private static Run ofOther(int character) {
    if (isIdeographic(character)) {
      return Run.SINGLE;
    }
    if (Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK) {
      return Run.ACCENTED;
    }
    return Character.isSpaceChar(character) ? Run.SPACE : Run.SINGLE;
  }

  private static boolean isIdeographic(int character) {
    boolean kanaOrHan = character >= 0x2E80 && character <= 0x9FFF;
    boolean hangul = character >= 0xAC00 && character <= 0xD7A3;
    boolean wide = character >= 0xFF00 && character <= 0xFFEF;
    return kanaOrHan || hangul || wide || Character.isIdeographic(character);
  }

  private int piece() {
    return switch (run) {
      case WORD -> letters;
      case CAPITALS -> CAPITALS_PIECE;
      case ACCENTED -> accented;
      case DIGITS -> DIGITS_PIECE;
      case MARKS -> MARKS_PIECE;
      case SPACE -> SPACE_PIECE;
      case SINGLE -> 1;
    };
  }
}

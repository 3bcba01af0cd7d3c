package org.bpmndoc.provider.anthropic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Cuts a stream of bytes into lines at `\n` or `\r\n`, passes over blank ones, and never holds
/// more of a line than it may have. What comes after the last line end is a line too.
final class LineReader {

  private static final int CHUNK_BYTES = 64 * 1024;

  private final InputStream source;
  private final int lineBytesMax;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int next;
  private int end;

  LineReader(InputStream source, int lineBytesMax) {
    this.source = source;
    this.lineBytesMax = lineBytesMax;
  }

  /// Hands on each line and returns how many were too long.
  int forEach(Consumer<byte[]> sink) throws IOException {
    int tooLong = 0;
    while (fill()) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      if (takeLine(line) > lineBytesMax) {
        tooLong++;
      } else if (!isBlank(line.toByteArray())) {
        sink.accept(line.toByteArray());
      }
    }
    return tooLong;
  }

  /// Takes all up to the next line end, keeps what may be kept, and says how much there was.
  private long takeLine(ByteArrayOutputStream line) throws IOException {
    long length = 0;
    while (fill()) {
      int stop = next;
      while (stop < end && chunk[stop] != '\n') {
        stop++;
      }
      length += stop - next;
      if (length <= lineBytesMax) {
        line.write(chunk, next, stop - next);
      }
      boolean atLineEnd = stop < end;
      next = atLineEnd ? stop + 1 : stop;
      if (atLineEnd) {
        break;
      }
    }
    return length;
  }

  /// Whether there is anything more.
  private boolean fill() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, source.read(chunk));
    }
    return next < end;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}

package org.bpmndoc.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// The characters of a file as they come, so that no file is ever held as a whole.
///
/// What cannot be read further ends them with an [IOException], after everything before that place
/// has been given out: bytes that are no characters with a
/// [java.nio.charset.CharacterCodingException], a file that goes on for too long with [TooLong].
final class Characters extends Reader {

  private static final int BUFFER_BYTES = 16 * 1024;

  /// There are more bytes than a file may have.
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes;
  private final Utf8Signs utf8 = new Utf8Signs();
  private long bytesLeft;
  private boolean ended;

  /// `head` is what was read from `in` before, from its position on.
  Characters(ByteBuffer head, InputStream in, CharsetDecoder decoder, long bytesMax) {
    this.in = in;
    this.decoder = decoder;
    this.bytes = ByteBuffer.allocate(BUFFER_BYTES).put(head).flip();
    this.bytesLeft = bytesMax - bytes.remaining();
    watch(0);
  }

  /// Whether what was read so far looks like UTF-8, though it was decoded as something else.
  boolean looksLikeUtf8() {
    return utf8.areConvincing();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, out, ended);
      if (out.position() > offset) {
        return out.position() - offset;
      }
      if (result.isError()) {
        result.throwException();
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int from = bytes.position();
    int read = in.read(bytes.array(), from, bytes.remaining());
    bytes.position(from + Math.max(0, read)).flip();
    watch(from);
    ended = read < 0;
    bytesLeft -= Math.max(0, read);
    if (bytesLeft < 0) {
      throw new TooLong();
    }
  }

  private void watch(int from) {
    if (!decoder.charset().equals(StandardCharsets.UTF_8)) {
      utf8.watch(bytes.array(), from, bytes.limit());
    }
  }

  @Override
  public void close() {
    // whoever opened the stream closes it
  }
}

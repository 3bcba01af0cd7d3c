package org.bpmndoc.provider.anthropic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.bpmndoc.provider.anthropic.ScriptedServer.Reply;

/// Replies for scripts, well-behaved ones and others.
final class Replies {

  static final String MESSAGE =
      """
      {"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-5-5",\
      "content":[{"type":"text","text":"It bills."}],"stop_reason":"end_turn",\
      "stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":34}}\
      """;

  static final String BATCH =
      """
      {"id":"msgbatch_1","type":"message_batch","processing_status":"in_progress",\
      "request_counts":{"processing":2,"succeeded":0,"errored":0,"canceled":0,"expired":0},\
      "created_at":"2026-11-24T18:37:24.100435Z","expires_at":"2026-11-25T18:37:24.100435Z",\
      "ended_at":null,"archived_at":null,"cancel_initiated_at":null,"results_url":null}\
      """;

  private Replies() {}

  static Reply json(int status, String body, String... headers) {
    return whole(
        status,
        body.getBytes(StandardCharsets.UTF_8),
        with(headers, "content-type: application/json"));
  }

  static Reply lines(String body) {
    return whole(200, body.getBytes(StandardCharsets.UTF_8), "content-type: application/x-jsonl");
  }

  static Reply withoutContentType(int status, String body) {
    return whole(status, body.getBytes(StandardCharsets.UTF_8));
  }

  static Reply gzipped(String body) {
    return whole(200, gzip(body), "content-encoding: gzip");
  }

  /// Says nothing of the body's length, but gzip does, and its end is left out.
  static Reply gzippedAndCut(String body) {
    byte[] whole = gzip(body);
    return connection -> {
      OutputStream out = connection.getOutputStream();
      head(out, 200, "content-encoding: gzip");
      out.write(whole, 0, whole.length - 12);
    };
  }

  /// Announces all of the body and hangs up after `bytes` of it.
  static Reply cut(String body, int bytes) {
    byte[] whole = body.getBytes(StandardCharsets.UTF_8);
    return connection -> {
      OutputStream out = connection.getOutputStream();
      head(out, 200, "content-length: " + whole.length);
      out.write(whole, 0, bytes);
    };
  }

  /// Says nothing of the body's length: where it ends, it ends.
  static Reply untilItEnds(String body) {
    return connection -> {
      OutputStream out = connection.getOutputStream();
      head(out, 200);
      out.write(body.getBytes(StandardCharsets.UTF_8));
    };
  }

  /// In pieces that end wherever it happens to be, even within a character.
  static Reply inPieces(String body, int pieceBytes) {
    byte[] whole = body.getBytes(StandardCharsets.UTF_8);
    return connection -> {
      OutputStream out = connection.getOutputStream();
      head(out, 200, "transfer-encoding: chunked");
      for (int at = 0; at < whole.length; at += pieceBytes) {
        int size = Math.min(pieceBytes, whole.length - at);
        out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(whole, at, size);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    };
  }

  /// Hangs up without a word.
  static Reply hangUp() {
    return _ -> {};
  }

  /// Says nothing until it is told to, and then hangs up.
  static Reply silentUntil(CountDownLatch told) {
    return _ -> {
      try {
        told.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private static Reply whole(int status, byte[] body, String... headers) {
    return connection -> {
      OutputStream out = connection.getOutputStream();
      head(out, status, with(headers, "content-length: " + body.length));
      out.write(body);
    };
  }

  private static void head(OutputStream out, int status, String... headers) throws IOException {
    String all = String.join("\r\n", with(headers, "connection: close"));
    out.write(
        ("HTTP/1.1 " + status + " said\r\n" + all + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static String[] with(String[] headers, String more) {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = more;
    return all;
  }

  private static byte[] gzip(String body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

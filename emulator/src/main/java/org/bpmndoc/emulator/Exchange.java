package org.bpmndoc.emulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// HTTP to and from the terms of the API.
final class Exchange {

  static final int BATCH_BYTES_MAX = 256 * 1024 * 1024;
  static final int DIRECT_BYTES_MAX = 32 * 1024 * 1024;

  private Exchange() {}

  /// Throws [Refusal] where the body is too large, without reading all of it.
  static ApiRequest read(HttpExchange http) throws IOException, Refusal {
    Map<String, String> headers = new TreeMap<>();
    http.getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    String path = http.getRequestURI().getRawPath();
    int max = path.endsWith("/batches") ? BATCH_BYTES_MAX : DIRECT_BYTES_MAX;
    if (declared(headers) > max) {
      throw tooLarge(max);
    }
    byte[] body = http.getRequestBody().readNBytes(max + 1);
    if (body.length > max) {
      throw tooLarge(max);
    }
    return new ApiRequest(
        http.getRequestMethod(),
        path,
        query(http.getRequestURI().getRawQuery()),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  /// Compressed where the caller takes that, unless the connection is to break.
  static void write(HttpExchange http, ApiReply reply, String requestId) throws IOException {
    reply.headers().forEach(http.getResponseHeaders()::set);
    http.getResponseHeaders().set("request-id", requestId);
    http.getResponseHeaders().set("anthropic-organization-id", "org_emulator");
    switch (reply.end()) {
      case WHOLE -> whole(http, reply);
      case CUT -> cut(http, reply);
      case SILENT -> {}
    }
  }

  private static void whole(HttpExchange http, ApiReply reply) throws IOException {
    boolean gzip =
        String.valueOf(http.getRequestHeaders().getFirst("accept-encoding")).contains("gzip");
    if (gzip) {
      http.getResponseHeaders().set("content-encoding", "gzip");
    }
    http.sendResponseHeaders(reply.status(), 0);
    try (OutputStream plain = new BufferedOutputStream(http.getResponseBody());
        OutputStream out = gzip ? new FastGzip(plain) : plain) {
      reply.body().writeTo(out);
    }
  }

  /// Announces one byte more than there is, so that the connection has to break.
  private static void cut(HttpExchange http, ApiReply reply) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    reply.body().writeTo(body);
    http.sendResponseHeaders(reply.status(), body.size() + 1L);
    http.getResponseBody().write(body.toByteArray());
    http.getResponseBody().flush();
  }

  /// What costs the least time, and lets through what was flushed.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, true);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static long declared(Map<String, String> headers) {
    try {
      return Long.parseLong(headers.getOrDefault("content-length", "0").strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Refusal tooLarge(int max) {
    return Refusal.tooLarge("Request exceeds the maximum size of " + max + " bytes");
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new TreeMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}

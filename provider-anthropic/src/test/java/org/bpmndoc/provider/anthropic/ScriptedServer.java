package org.bpmndoc.provider.anthropic;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A server on a port of this machine that answers each request with the next reply of its script,
/// down to the bytes and the moment it hangs up, and keeps what it was sent. A request the script
/// has no reply for is answered with 418.
final class ScriptedServer implements AutoCloseable {

  /// A request as it came in. Header names are in lower case.
  record Received(String method, String target, Map<String, String> headers, String body) {}

  /// Writes whatever is to be written; the connection is closed afterwards.
  @FunctionalInterface
  interface Reply {
    void to(Socket connection) throws IOException;
  }

  private final ServerSocket socket;
  private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<Received> arrivals = new LinkedBlockingQueue<>();

  ScriptedServer(Reply... replies) {
    script.addAll(List.of(replies));
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  List<Received> received() {
    return received;
  }

  Received onlyRequest() {
    if (received.size() != 1) {
      throw new AssertionError("expected one request, got " + received);
    }
    return received.getFirst();
  }

  /// Waits for the next request to have come in whole.
  Received await() throws InterruptedException {
    return arrivals.take();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Received request = read(new BufferedInputStream(connection.getInputStream()));
      received.add(request);
      arrivals.add(request);
      Reply reply = script.poll();
      (reply == null ? Replies.json(418, "{}") : reply).to(connection);
      connection.getOutputStream().flush();
    } catch (IOException e) {
      // The client has hung up, or speaks something else than HTTP: some tests want just that.
    }
  }

  private static Received read(InputStream in) throws IOException {
    List<String> request = List.of(line(in).split(" ", -1));
    if (request.size() != 3) {
      throw new IOException("that is no HTTP request");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("that is no HTTP header");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Received(request.get(0), request.get(1), headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != -1 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

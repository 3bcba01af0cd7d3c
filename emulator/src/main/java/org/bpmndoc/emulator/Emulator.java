package org.bpmndoc.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The Claude API on this machine, from [#start] until it is closed.
///
/// It listens on the loopback address alone. Batches outlive it where their shelf does; the log of
/// requests and the bill of direct calls end with it.
public final class Emulator implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI baseUrl;
  private final Api api;
  private final Books books;
  private final RequestLog log;

  private Emulator(EmulatorSettings settings, HttpServer server) {
    this.server = server;
    this.baseUrl = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    this.log = new RequestLog(settings.clock(), settings.keepsBodies());
    Door door = new Door(settings.key());
    this.api = new Api(settings, door, baseUrl);
    this.books = new Books(door, api::bill, log::requests);
  }

  /// Throws an IOException where the port is taken.
  public static Emulator start(EmulatorSettings settings) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, settings.port()), 0);
    Emulator emulator = new Emulator(settings, server);
    server.setExecutor(emulator.threads);
    server.createContext("/", emulator::serve);
    server.start();
    return emulator;
  }

  /// What a client takes as its base URL, without a slash at the end.
  public URI baseUrl() {
    return baseUrl;
  }

  /// What was received so far, in the order of arrival: everything, or the newest where the
  /// settings keep no bodies.
  public List<ReceivedRequest> requests() {
    return log.requests();
  }

  /// What everything answered so far would have cost. Batches count once they have ended.
  public Bill bill() {
    return api.bill();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /// The one place through which every exchange passes. A connection that is not answered is cut.
  private void serve(HttpExchange http) throws IOException {
    try (http) {
      String requestId = Ids.fresh("req");
      ApiReply reply;
      try {
        reply = reply(http, Exchange.read(http), requestId);
      } catch (Refusal refusal) {
        reply = ApiReply.refused(refusal, requestId);
      }
      Exchange.write(http, reply, requestId);
    }
  }

  private ApiReply reply(HttpExchange http, ApiRequest request, String requestId)
      throws IOException {
    if (Books.areAskedBy(request)) {
      return books.reply(request, requestId);
    }
    long number = log.arrived(request.method(), http.getRequestURI().toString(), request.body());
    ApiReply reply;
    try {
      reply = api.reply(request, requestId);
    } catch (RuntimeException bug) {
      reply =
          ApiReply.refused(
              new Refusal(500, "api_error", "Internal server error: " + bug), requestId);
    }
    log.answered(number, reply.outcome());
    return reply;
  }
}

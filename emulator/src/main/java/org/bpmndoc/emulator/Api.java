package org.bpmndoc.emulator;

import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bpmndoc.plan.Channel;

/// The API without its transport: each exchange passes through [#reply] once.
final class Api {

  private final Door door;
  private final Answering answering;
  private final Batches batches;
  private final Queue<Bill.Line> paidDirectly = new ConcurrentLinkedQueue<>();

  Api(EmulatorSettings settings, URI baseUrl) {
    this.door = new Door(settings.key());
    this.answering = new Answering(settings.writer(), settings.prices());
    this.batches = new Batches(settings, answering, baseUrl);
  }

  ApiReply reply(ApiRequest request, String requestId) {
    try {
      return route(request, door.enter(request));
    } catch (Refusal refusal) {
      return ApiReply.refused(refusal, requestId);
    }
  }

  Bill bill() {
    return new Bill(Stream.concat(batches.paid().stream(), paidDirectly.stream()).toList());
  }

  private ApiReply route(ApiRequest request, ApiVersion version) throws Refusal {
    List<String> path = List.of(request.path().substring(1).split("/", -1));
    if (path.size() < 2 || !path.subList(0, 2).equals(List.of("v1", "messages"))) {
      throw Refusal.notFound("Not Found");
    }
    List<String> rest = path.subList(2, path.size());
    String call = request.method() + " " + String.join("/", shape(rest));
    return switch (call) {
      case "POST " -> message(request, version);
      case "POST count_tokens" -> ApiReply.json(answering.count(request.json(), version));
      case "POST batches" -> ApiReply.json(batches.create(request.json(), version));
      case "GET batches" -> ApiReply.json(batches.list(request.query()));
      case "GET batches/ID" -> ApiReply.json(batches.retrieve(rest.get(1)));
      case "DELETE batches/ID" -> ApiReply.json(batches.delete(rest.get(1)));
      case "POST batches/ID/cancel" -> ApiReply.json(batches.cancel(rest.get(1)));
      case "GET batches/ID/results" -> ApiReply.lines(batches.results(rest.get(1)));
      default -> throw Refusal.notFound("Not Found");
    };
  }

  private static List<String> shape(List<String> path) {
    return path.size() < 2
        ? path
        : Stream.of(List.of(path.getFirst(), "ID"), path.subList(2, path.size()))
            .flatMap(List::stream)
            .toList();
  }

  private ApiReply message(ApiRequest request, ApiVersion version) throws Refusal {
    String id = Ids.fresh("msg");
    Answering.Answered answered = answering.answer(request.json(), version, Channel.DIRECT, id, id);
    paidDirectly.add(answered.paid());
    return ApiReply.json(answered.message());
  }
}

package org.bpmndoc.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bpmndoc.emulator.cache.BatchCache;
import org.bpmndoc.emulator.cache.CacheUse;
import org.bpmndoc.emulator.cache.PromptCache;
import org.bpmndoc.emulator.fault.AnswerFault;
import org.bpmndoc.emulator.fault.Faults;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What came of the requests of one ended batch.
final class Results {

  private final Answering answering;
  private final BatchShelf shelf;
  private final Faults faults;

  Results(Answering answering, BatchShelf shelf, Faults faults) {
    this.answering = answering;
    this.shelf = shelf;
    this.faults = faults;
  }

  /// What came of all its requests, in the order in which they were answered.
  Tally tally(StoredBatch batch, Course course, BatchCache cache) {
    Map<String, Integer> counts = new TreeMap<>();
    List<Bill.Line> paid = new ArrayList<>();
    Map<Integer, CacheUse> uses = new HashMap<>();
    List<BatchRequest> requests = shelf.requests(batch);
    for (int i = 0; i < requests.size(); i++) {
      PromptCache met = cache.at(course.answeredAt(batch, i));
      Result result = result(batch, course, i, requests.get(i), met);
      counts.merge(result.json().path("type").stringValue(), 1, Integer::sum);
      int place = i;
      result
          .answered()
          .ifPresent(answered -> {
            paid.add(answered.paid());
            if (!answered.cached().equals(CacheUse.NONE)) {
              uses.put(place, answered.cached());
            }
          });
    }
    return new Tally(counts, List.copyOf(paid), uses, cache.left());
  }

  /// In an order that is always the same and has nothing to do with that of the requests.
  List<Lines.Line> lines(StoredBatch batch, Course course, Tally tally) {
    List<BatchRequest> requests = shelf.requests(batch);
    return IntStream.range(0, requests.size())
        .boxed()
        .sorted(Comparator.comparing(i -> Ids.shuffled(batch.id() + requests.get(i).customId())))
        .<Lines.Line>map(i ->
            () -> line(batch, course, i, requests.get(i), PromptCache.as(tally.use(i))).toString())
        .toList();
  }

  private ObjectNode line(
      StoredBatch batch, Course course, int place, BatchRequest request, PromptCache cache) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("custom_id", request.customId());
    line.set("result", result(batch, course, place, request, cache).json());
    return line;
  }

  /// What came of one request: as the API shows it, and the answer if there is one.
  private record Result(ObjectNode json, Optional<Answering.Answered> answered) {}

  private Result result(
      StoredBatch batch, Course course, int place, BatchRequest request, PromptCache cache) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    if (place >= course.answered()) {
      return unanswered(
          result.put(
              "type",
              switch (course.rest()) {
                case CANCELED -> "canceled";
                case EXPIRED -> "expired";
              }));
    }
    Optional<AnswerFault> fault = faults.ofLine(batch.sequence(), place + 1L);
    if (fault.orElse(null) instanceof AnswerFault.Expired) {
      return unanswered(result.put("type", "expired"));
    }
    if (fault.orElse(null) instanceof AnswerFault.Errored errored) {
      // As lines come that were refused for lack of credit: without a request id.
      ObjectNode error = result.put("type", "errored").putObject("error").put("type", "error");
      error
          .putObject("error")
          .putNull("details")
          .put("type", errored.type().word())
          .put("message", errored.message());
      return unanswered(result);
    }
    try {
      Answering.Answered answered =
          answering.answer(
              request.params(),
              ApiVersion.named(batch.version()).orElseThrow(),
              Ids.derived("msg", batch.id() + request.customId()),
              new Answering.Payer(request.customId(), Optional.of(batch.id())),
              fault,
              cache);
      result.put("type", "succeeded").set("message", answered.message());
      return new Result(result, Optional.of(answered));
    } catch (Refusal refusal) {
      ObjectNode envelope = result.put("type", "errored").putObject("error").put("type", "error");
      envelope.set("error", ApiReply.error(refusal.type(), refusal.reason()));
      envelope.putNull("request_id");
      return unanswered(result);
    }
  }

  private static Result unanswered(ObjectNode json) {
    return new Result(json, Optional.empty());
  }
}

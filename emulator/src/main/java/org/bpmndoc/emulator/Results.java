package org.bpmndoc.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bpmndoc.emulator.fault.AnswerFault;
import org.bpmndoc.emulator.fault.Faults;
import org.bpmndoc.plan.Channel;
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

  /// How often each type of result occurs, and what the batch cost.
  record Tally(Map<String, Integer> counts, List<Bill.Line> paid) {}

  Tally tally(StoredBatch batch, Course course) {
    Map<String, Integer> counts = new TreeMap<>();
    List<Bill.Line> paid = new ArrayList<>();
    List<BatchRequest> requests = shelf.requests(batch);
    for (int i = 0; i < requests.size(); i++) {
      String type = result(batch, course, i, requests.get(i), paid).path("type").stringValue();
      counts.merge(type, 1, Integer::sum);
    }
    return new Tally(counts, paid);
  }

  /// In an order that is always the same and has nothing to do with that of the requests.
  List<Lines.Line> lines(StoredBatch batch, Course course) {
    List<BatchRequest> requests = shelf.requests(batch);
    return IntStream.range(0, requests.size())
        .boxed()
        .sorted(Comparator.comparing(i -> Ids.shuffled(batch.id() + requests.get(i).customId())))
        .<Lines.Line>map(i -> () -> line(batch, course, i, requests.get(i)).toString())
        .toList();
  }

  private ObjectNode line(StoredBatch batch, Course course, int place, BatchRequest request) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("custom_id", request.customId());
    line.set("result", result(batch, course, place, request, new ArrayList<>()));
    return line;
  }

  private ObjectNode result(
      StoredBatch batch, Course course, int place, BatchRequest request, List<Bill.Line> paid) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    if (place >= course.answered()) {
      return result.put(
          "type",
          switch (course.rest()) {
            case CANCELED -> "canceled";
            case EXPIRED -> "expired";
          });
    }
    Optional<AnswerFault> fault = faults.ofLine(batch.sequence(), place + 1L);
    if (fault.orElse(null) instanceof AnswerFault.Expired) {
      return result.put("type", "expired");
    }
    if (fault.orElse(null) instanceof AnswerFault.Errored errored) {
      // As lines come that were refused for lack of credit: without a request id.
      ObjectNode error = result.put("type", "errored").putObject("error").put("type", "error");
      error
          .putObject("error")
          .putNull("details")
          .put("type", errored.type().word())
          .put("message", errored.message());
      return result;
    }
    try {
      Answering.Answered answered =
          answering.answer(
              request.params(),
              ApiVersion.named(batch.version()).orElseThrow(),
              Channel.BATCH,
              Ids.derived("msg", batch.id() + request.customId()),
              new Answering.Payer(request.customId(), Optional.of(batch.id())),
              fault);
      paid.add(answered.paid());
      result.put("type", "succeeded").set("message", answered.message());
    } catch (Refusal refusal) {
      ObjectNode envelope = result.put("type", "errored").putObject("error").put("type", "error");
      envelope.set("error", ApiReply.error(refusal.type(), refusal.reason()));
      envelope.putNull("request_id");
    }
    return result;
  }
}

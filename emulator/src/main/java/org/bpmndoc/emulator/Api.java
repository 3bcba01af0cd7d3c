package org.bpmndoc.emulator;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bpmndoc.emulator.cache.DirectCache;
import org.bpmndoc.emulator.fault.AnswerFault;
import org.bpmndoc.emulator.fault.Faults;

/// The API without its transport: each exchange passes through [#reply] once.
final class Api {

  private final Door door;
  private final Answering answering;
  private final Batches batches;
  private final Faults faults;
  private final CallCounts counts = new CallCounts();
  private final DirectCache cache = new DirectCache();
  private final InstantSource clock;
  private final Queue<Bill.Line> paidDirectly = new ConcurrentLinkedQueue<>();

  Api(EmulatorSettings settings, Door door, URI baseUrl) {
    this.door = door;
    this.answering = new Answering(settings);
    this.batches = new Batches(settings, answering, baseUrl);
    this.faults = settings.faults();
    this.clock = settings.clock();
  }

  /// Throws an IOException where the emulator is closed while it makes the caller wait.
  ApiReply reply(ApiRequest request, String requestId) throws IOException {
    try {
      Caller caller = door.enter(request);
      Route route =
          Route.of(request.method(), request.path())
              .orElseThrow(() -> Refusal.notFound("Not Found"));
      long number = counts.next(route);
      OptionalLong batch = route.batchId().map(batches::number).orElse(OptionalLong.empty());
      return new Struck(faults.ofCall(route.call(), number, batch), requestId)
          .reply(() -> answer(route, number, request, caller));
    } catch (Refusal refusal) {
      return ApiReply.refused(refusal, requestId);
    }
  }

  Bill bill() {
    return new Bill(Stream.concat(batches.paid().stream(), paidDirectly.stream()).toList());
  }

  private ApiReply answer(Route route, long number, ApiRequest request, Caller caller)
      throws Refusal {
    String id = route.batchId().orElse("");
    return switch (route.call()) {
      case MESSAGES -> message(request, caller, faults.ofMessage(number));
      case COUNT_TOKENS -> ApiReply.json(answering.count(request.json(), caller.version()));
      case CREATE -> ApiReply.json(batches.create(request.json(), caller));
      case LIST -> ApiReply.json(batches.list(request.query()));
      case RETRIEVE -> ApiReply.json(batches.retrieve(id));
      case DELETE -> ApiReply.json(batches.delete(id));
      case CANCEL -> ApiReply.json(batches.cancel(id));
      case RESULTS -> ApiReply.lines(batches.results(id));
    };
  }

  private ApiReply message(ApiRequest request, Caller caller, Optional<AnswerFault> fault)
      throws Refusal {
    String id = Ids.fresh("msg");
    Answering.Answered answered =
        answering.answer(
            request.json(),
            caller.version(),
            id,
            new Answering.Payer(id, Optional.empty()),
            fault,
            cache.at(clock.instant(), caller.workspace(), batches::cached));
    paidDirectly.add(answered.paid());
    return ApiReply.json(answered.message());
  }
}

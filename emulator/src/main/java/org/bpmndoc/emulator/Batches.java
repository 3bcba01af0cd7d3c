package org.bpmndoc.emulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bpmndoc.emulator.cache.Traces;
import org.bpmndoc.emulator.fault.Faults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The Message Batches API. What changes a batch is done one at a time.
final class Batches {

  private final BatchShelf shelf;
  private final Results results;
  private final InstantSource clock;
  private final Duration turnaround;
  private final Faults faults;
  private final URI baseUrl;
  private final Tallies tallies;

  Batches(EmulatorSettings settings, Answering answering, URI baseUrl) {
    this.shelf = settings.shelf();
    this.results = new Results(answering, shelf, settings.faults());
    this.tallies = new Tallies(results, shelf, settings.faults());
    this.clock = settings.clock();
    this.turnaround = settings.turnaround();
    this.faults = settings.faults();
    this.baseUrl = baseUrl;
  }

  synchronized JsonNode create(JsonNode body, Caller caller) throws Refusal {
    List<BatchRequest> requests = NewBatch.requests(body);
    List<StoredBatch> before = shelf.batches();
    refuseToQueue(before, requests.size());
    long number = before.isEmpty() ? 1 : before.getLast().sequence() + 1;
    StoredBatch batch =
        new StoredBatch(
            Ids.fresh("msgbatch"),
            number,
            clock.instant(),
            turnaround.plus(faults.slow(number)),
            caller.version().date(),
            requests.size(),
            Optional.empty(),
            false,
            List.of(),
            caller.workspace(),
            Collections.emptySortedMap());
    shelf.add(batch, requests);
    return shown(batch);
  }

  /// Assumed: a batch is queued whole or not at all; the words are our own.
  private void refuseToQueue(List<StoredBatch> before, int more) throws Refusal {
    if (faults.queueMax().isPresent()) {
      long queued =
          before.stream()
              .filter(batch -> !batch.deleted() && !course(batch).ended())
              .mapToLong(StoredBatch::size)
              .sum();
      if (queued + more > faults.queueMax().getAsInt()) {
        throw new Refusal(
            429,
            "rate_limit_error",
            "%d requests are in the queue of batches, %d more would exceed its limit of %d"
                .formatted(queued, more, faults.queueMax().getAsInt()));
      }
    }
  }

  /// The place of a batch among all that were created, from 1.
  OptionalLong number(String id) {
    return shelf.batches().stream()
        .filter(batch -> batch.id().equals(id))
        .mapToLong(StoredBatch::sequence)
        .findFirst();
  }

  JsonNode list(Map<String, String> query) throws Refusal {
    BatchPage page =
        BatchPage.of(shelf.batches().reversed().stream().filter(this::isListed).toList(), query);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode data = json.putArray("data");
    page.batches().forEach(batch -> data.add(shown(batch)));
    json.put("has_more", page.hasMore());
    json.set("first_id", data.path(0).path("id").asOptional().orElse(json.nullNode()));
    json.set("last_id", data.path(data.size() - 1).path("id").asOptional().orElse(json.nullNode()));
    return json;
  }

  private boolean isListed(StoredBatch batch) {
    Instant from = batch.createdAt().plus(faults.listedLate(batch.sequence()));
    return !batch.deleted() && !clock.instant().isBefore(from);
  }

  JsonNode retrieve(String id) throws Refusal {
    return shown(found(id));
  }

  /// Assumed: a second call changes nothing; after the end it is refused.
  synchronized JsonNode cancel(String id) throws Refusal {
    StoredBatch batch = found(id);
    if (course(batch).ended()) {
      throw Refusal.invalid("Batch " + id + " has ended and cannot be canceled.");
    }
    if (batch.cancelInitiatedAt().isPresent()) {
      return shown(batch);
    }
    StoredBatch canceled = batch.canceledAt(clock.instant());
    shelf.update(canceled);
    return shown(canceled);
  }

  /// Assumed: before the end it is refused with 400.
  synchronized JsonNode delete(String id) throws Refusal {
    StoredBatch batch = found(id);
    Course course = course(batch);
    if (!course.ended()) {
      throw Refusal.invalid("Batch " + id + " has not ended; cancel it before deleting it.");
    }
    tallies.delete(batch, course);
    return JsonNodeFactory.instance.objectNode().put("id", id).put("type", "message_batch_deleted");
  }

  /// Assumed: before the end, and after 29 days, there is nothing to be found.
  List<Lines.Line> results(String id) throws Refusal {
    StoredBatch batch = found(id);
    Course course = course(batch);
    if (!course.ended()) {
      throw Refusal.notFound("Batch " + id + " has no results yet.");
    }
    if (course.archivedAt().isPresent()) {
      throw Refusal.notFound("The results of batch " + id + " are archived.");
    }
    return results.lines(batch, course, tallies.of(batch, course));
  }

  /// What ended batches cost, deleted ones too.
  List<Bill.Line> paid() {
    List<Bill.Line> lines = new ArrayList<>();
    for (StoredBatch batch : shelf.batches()) {
      Course course = course(batch);
      if (batch.deleted()) {
        lines.addAll(batch.paid());
      } else if (course.ended()) {
        lines.addAll(tallies.of(batch, course).paid());
      }
    }
    return lines;
  }

  /// What direct calls find in the prompt cache now.
  Traces cached() {
    return tallies.leftBefore(clock.instant(), Long.MAX_VALUE);
  }

  private Course course(StoredBatch batch) {
    return Course.of(batch, clock.instant(), faults.stuck(batch.sequence()));
  }

  private StoredBatch found(String id) throws Refusal {
    return shelf.batches().stream()
        .filter(batch -> batch.id().equals(id) && !batch.deleted())
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("There is no batch " + id + "."));
  }

  private JsonNode shown(StoredBatch batch) {
    Course course = course(batch);
    Map<String, Integer> counts = course.ended() ? tallies.of(batch, course).counts() : Map.of();
    return BatchJson.of(batch, course, counts, baseUrl);
  }
}

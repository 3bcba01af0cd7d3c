package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.models.messages.batches.MessageBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.emulator.fault.AnswerFault;
import org.bpmndoc.emulator.fault.BatchFault;
import org.bpmndoc.emulator.fault.Fault;
import org.bpmndoc.emulator.fault.Faults;
import org.bpmndoc.emulator.fault.Which;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FolderShelfTest {

  @TempDir Path folder;

  @Test
  void batches_survive_their_emulator_under_their_ids() throws IOException {
    String first;
    String results;
    try (House house = open()) {
      first = house.create("hello", "err").id();
      house.create("bye");
      house.clock.advance(House.HOUR);
      results = house.get("/v1/messages/batches/" + first + "/results").http().body();
    }

    try (House again = open()) {
      assertThat(again.client.messages().batches().retrieve(first).processingStatus())
          .isEqualTo(MessageBatch.ProcessingStatus.IN_PROGRESS);
      again.clock.advance(House.HOUR);
      String third = again.create("new").id();

      assertThat(again.client.messages().batches().list().data()).hasSize(3);
      assertThat(again.client.messages().batches().list().data().getFirst().id()).isEqualTo(third);
      assertThat(again.get("/v1/messages/batches/" + first + "/results").http().body())
          .isEqualTo(results);
      assertThat(again.emulator.bill().lines()).hasSize(2);
    }
  }

  @Test
  void a_deleted_batch_leaves_its_bill_and_no_requests() throws IOException {
    Bill bill;
    try (House house = open()) {
      String id = house.create("hello").id();
      house.clock.advance(House.HOUR);
      bill = house.emulator.bill();
      house.client.messages().batches().delete(id);
    }

    try (House again = open()) {
      assertThat(again.client.messages().batches().list().data()).isEmpty();
      assertThat(again.emulator.bill()).isEqualTo(bill);
      assertThat(bill.lines()).hasSize(1);
      assertThat(names()).noneMatch(name -> name.endsWith(".jsonl"));
    }
  }

  @Test
  void a_batch_that_an_earlier_version_kept_is_one_without_a_cache() throws IOException {
    String id;
    try (House house = open()) {
      id = house.create("hello").id();
    }
    Path state = folder.resolve(id + ".json");
    ObjectNode before = (ObjectNode) JsonMapper.shared().readTree(Files.readString(state));
    before.remove(List.of("workspace", "cached"));
    Files.writeString(state, before.toString());

    try (House again = open()) {
      again.clock.advance(House.HOUR);
      assertThat(again.client.messages().batches().retrieve(id).requestCounts().succeeded())
          .isEqualTo(1);
    }
  }

  @Test
  void a_batch_that_was_written_only_in_part_was_never_created() throws IOException {
    Files.writeString(folder.resolve("msgbatch_1.requests.jsonl"), "{\"customId\":\"a\"");
    Files.writeString(folder.resolve("msgbatch_1.json.part"), "{\"id\":");

    try (House house = open()) {
      assertThat(house.client.messages().batches().list().data()).isEmpty();
    }
  }

  @Test
  void a_canceled_batch_stays_canceled() throws IOException {
    String id;
    try (House house = open()) {
      id = house.create("1", "2", "3", "4", "5", "6").id();
      house.client.messages().batches().cancel(id);
    }

    try (House again = open()) {
      again.clock.advance(House.HOUR);
      assertThat(again.client.messages().batches().retrieve(id).requestCounts().canceled())
          .isEqualTo(2);
    }
  }

  @Test
  void a_batch_is_stuck_at_the_same_line_when_its_emulator_is_started_again() throws IOException {
    Faults faults =
        Faults.of(
            new Fault.OnBatch(Which.of(2), new BatchFault.Stuck(1)),
            new Fault.OnLine(Which.of(2), Which.of(1), new AnswerFault.Refusal()));
    String id;
    try (House house = open(faults)) {
      house.create("other");
      id = house.create("one", "two").id();
    }

    try (House again = open(faults)) {
      again.client.messages().batches().cancel(id);
      again.clock.advance(House.HOUR);

      assertThat(again.get("/v1/messages/batches/" + id + "/results").http().body())
          .contains("\"stop_reason\":\"refusal\"")
          .contains("\"type\":\"canceled\"");
    }
  }

  private House open() throws IOException {
    return open(Faults.NONE);
  }

  private House open(Faults faults) throws IOException {
    return new House(
        EmulatorSettings.of(House.ECHO).withShelf(new FolderShelf(folder)).withFaults(faults),
        House.HOUR);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

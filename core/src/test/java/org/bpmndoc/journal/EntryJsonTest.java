package org.bpmndoc.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Journals outlive the version that wrote them: what stands in `entries.jsonl` is the format.
/// `-Dbpmndoc.golden=write` writes it, which is right only where an entry is added.
class EntryJsonTest {

  private static final Path GOLDEN = Path.of("src/test/resources/journal/entries.jsonl");

  @Test
  void entries_are_written_as_the_golden_file_says() throws Exception {
    String written =
        Examples.all().stream()
            .map(entry -> EntryJson.write(entry) + "\n")
            .collect(Collectors.joining());

    if ("write".equals(System.getProperty("bpmndoc.golden"))) {
      Files.writeString(GOLDEN, written);
    }
    assertThat(written).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void there_is_an_example_of_every_entry() {
    assertThat(Examples.all().stream().map(entry -> entry.getClass().getSimpleName()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Entry.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @ParameterizedTest
  @MethodSource("org.bpmndoc.journal.Examples#all")
  void what_was_written_reads_back_as_the_same(Entry entry) {
    assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
  }

  @Test
  void what_a_later_version_added_to_an_entry_is_passed_over() {
    String json = EntryJson.write(new Entry.RunEnded(Examples.AT));

    assertThat(EntryJson.read(json.replace("}", ",\"new\":{\"x\":[1]}}")))
        .isEqualTo(new Entry.RunEnded(Examples.AT));
  }

  @Test
  void an_intent_from_before_bytes_were_counted_has_none() {
    Entry.DirectIntended intent = new Entry.DirectIntended(Examples.AT, Examples.attempt(1, 1), 7);

    assertThat(EntryJson.read(EntryJson.write(intent).replace(",\"bytes\":7", "")))
        .isEqualTo(new Entry.DirectIntended(Examples.AT, Examples.attempt(1, 1), 0));
  }

  @Test
  void a_journal_from_before_estimates_were_kept_has_none() {
    Entry.Planned planned =
        new Entry.Planned(
            Examples.AT,
            3,
            Map.of(Examples.ORDER, Channel.DIRECT),
            1,
            Usd.of("0.5"),
            Duration.ofMinutes(9),
            Duration.ofHours(1),
            List.of(),
            Set.of(),
            Optional.empty());
    Entry.BatchRead read = new Entry.BatchRead(Examples.AT, 1, 2, 0, Optional.empty());
    Entry.Settled settled =
        Examples.settled(Examples.attempt(1, 1), Entry.Settlement.ACCEPTED, "0.01");

    assertThat(
            EntryJson.read(
                EntryJson.write(planned)
                    .replace(",\"estimates\":[]", "")
                    .replace(",\"waitsMax\":null", "")))
        .isEqualTo(planned);
    assertThat(EntryJson.read(EntryJson.write(read).replace(",\"answered\":0,\"took\":null", "")))
        .isEqualTo(read);
    assertThat(EntryJson.read(EntryJson.write(settled).replace(",\"bytes\":0", "")))
        .isEqualTo(settled);
  }

  @Test
  void an_entry_can_be_told_by_how_its_text_begins() {
    for (Entry one : Examples.all()) {
      for (Entry other : Examples.all()) {
        assertThat(EntryJson.write(one).startsWith(EntryJson.beginning(other.getClass())))
            .isEqualTo(one.getClass().equals(other.getClass()));
      }
    }
    assertThatThrownBy(() -> EntryJson.beginning(Entry.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_run_that_was_begun_before_there_was_a_choice_blocks_the_parents_of_what_failed() {
    String json = EntryJson.write(Examples.all().getFirst());

    assertThat(EntryJson.read(json.replace(",\"degrade\":false", "")))
        .isEqualTo(Examples.all().getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "not JSON",
        "{\"entry\":\"run-teleported\",\"at\":\"2026-11-24T08:00:00Z\"}",
        "{\"entry\":\"run-paused\",\"at\":\"2026-11-24T08:00:00Z\",\"pause\":\"LUNCH\",\"reason\":\"\"}",
        "{\"entry\":\"settled\",\"at\":\"2026-11-24T08:00:00Z\",\"attempt\":{\"value\":\"a b\"}}"
      })
  void what_this_version_does_not_know_is_refused(String json) {
    assertThatThrownBy(() -> EntryJson.read(json))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the journal holds an entry that this version cannot read: ");
  }

  @Test
  void an_entry_that_is_not_known_is_named() {
    assertThatThrownBy(() -> EntryJson.read("{\"entry\":\"run-teleported\"}"))
        .hasMessageContaining("run-teleported");
  }
}

package org.bpmndoc.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Entries as JSON text, the form in which they are stored.
public final class EntryJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final String UNREADABLE =
      "the journal holds an entry that this version cannot read: ";

  private EntryJson() {}

  public static String write(Entry entry) {
    return MAPPER.writerFor(Entry.class).writeValueAsString(entry);
  }

  /// What the text of every entry of a kind begins with, and that of no other.
  public static String beginning(Class<? extends Entry> kind) {
    return Stream.of(Entry.class.getAnnotation(JsonSubTypes.class).value())
        .filter(type -> type.value().equals(kind))
        .map(type -> "{\"entry\":\"%s\"".formatted(type.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entry is a " + kind));
  }

  /// Fails with [IllegalStateException] on text that is no entry this version knows.
  public static Entry read(String json) {
    @Nullable Entry entry;
    try {
      entry = MAPPER.readValue(json, Entry.class);
    } catch (JacksonException e) {
      throw new IllegalStateException(UNREADABLE + e.getOriginalMessage(), e);
    }
    if (entry == null) {
      throw new IllegalStateException(UNREADABLE + "it is null");
    }
    return entry;
  }
}

package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.landscape.LinksFile.Entry;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.YamlEvents;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/// Walks through the YAML of a links file, event by event.
///
/// The file is anybody's: no value is built from it, no alias followed, nothing nested entered, and
/// what is not two mappings and a list deep is a diagnostic at its line.
final class LinksYaml {

  static final String LINKS = "links";

  /// Of a link below `links`, where none is there to go by.
  static final int INDENT = 2;

  private static final String PREFIXES = "prefixes";
  private static final String SYNTAX = "links-file-syntax";

  /// Where links are added: behind the line in which the code point at `end` stands, at that
  /// indent.
  record Block(int end, int indent) {}

  private final YamlEvents events;
  private final Map<String, Entry> links = new LinkedHashMap<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private @Nullable Block block;
  private int rootIndent;

  private LinksYaml(YamlEvents events) {
    this.events = events;
  }

  static LinksYaml of(String file, String text) {
    LinksYaml yaml = new LinksYaml(new YamlEvents(file, text));
    yaml.events
        .during(yaml::stream)
        .ifPresent(trouble -> yaml.problem(SYNTAX, trouble.at(), trouble.message()));
    return yaml;
  }

  LinksFile content() {
    return new LinksFile(List.copyOf(links.values()), prefixes, problems);
  }

  /// Where the links stand, if the file has any place for them yet.
  Optional<Block> block() {
    return Optional.ofNullable(block);
  }

  /// The indent of the file's own keys.
  int rootIndent() {
    return rootIndent;
  }

  private void stream() {
    boolean read = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent) {
        if (read) {
          shape(event, "expected one document, found another");
          events.skipRest();
          return;
        }
        read = true;
        root(events.next());
      }
    }
  }

  private void root(Event start) {
    if (start instanceof MappingStartEvent) {
      rootIndent = YamlEvents.column(start);
      for (Event key = events.next(); !(key instanceof CollectionEndEvent); key = events.next()) {
        member(key);
      }
    } else if (!YamlEvents.isEmpty(start)) {
      shape(start, "expected \"links:\" and \"prefixes:\"");
      events.skip(start);
    }
  }

  private void member(Event key) {
    events.skip(key);
    Event value = events.next();
    switch (key instanceof ScalarEvent scalar ? scalar.getValue() : "") {
      case LINKS -> links(key, value);
      case PREFIXES -> prefixes(value);
      default -> {
        shape(key, "expected \"links\" or \"prefixes\", found " + shown(key));
        events.skip(value);
      }
    }
  }

  private void links(Event key, Event value) {
    if (block != null) {
      shape(key, "\"links\" is here a second time");
    }
    if (YamlEvents.isEmpty(value)) {
      block = new Block(YamlEvents.end(key), rootIndent + INDENT);
    } else if (value instanceof MappingStartEvent) {
      int last = YamlEvents.end(key);
      int indent = -1;
      for (Event call = events.next();
          !(call instanceof CollectionEndEvent);
          call = events.next()) {
        indent = indent < 0 ? YamlEvents.column(call) : indent;
        events.skip(call);
        last = link(call, events.next());
      }
      block = new Block(last, Math.max(indent, rootIndent));
    } else {
      shape(value, "expected a line CALL: PROCESS for each link");
      events.skip(value);
    }
  }

  /// Takes one link and gives where it ends.
  private int link(Event call, Event process) {
    if (!(call instanceof ScalarEvent from)
        || !(process instanceof ScalarEvent to)
        || YamlEvents.isEmpty(to)
        || from.getValue().isBlank()) {
      shape(
          call,
          "expected CALL: PROCESS, or CALL: none; found " + shown(call) + ": " + shown(process));
      return events.skip(process);
    }
    Entry entry = new Entry(from.getValue().strip(), to.getValue().strip(), events.at(from));
    Entry before = links.putIfAbsent(entry.call(), entry);
    if (before != null) {
      shape(
          call,
          "\"%s\" is linked a second time, first in line %d; the first holds"
              .formatted(entry.call(), before.location().line()));
    }
    return YamlEvents.end(to);
  }

  private void prefixes(Event value) {
    if (value instanceof SequenceStartEvent) {
      for (Event item = events.next();
          !(item instanceof CollectionEndEvent);
          item = events.next()) {
        if (item instanceof ScalarEvent scalar && !YamlEvents.isEmpty(scalar)) {
          prefixes.add(scalar.getValue());
        } else {
          shape(item, "expected a prefix, found " + shown(item));
          events.skip(item);
        }
      }
    } else if (!YamlEvents.isEmpty(value)) {
      shape(value, "expected a list of prefixes: [a-, b-]");
      events.skip(value);
    }
  }

  private static String shown(Event event) {
    return event instanceof ScalarEvent scalar
        ? "\"" + scalar.getValue() + "\""
        : event instanceof CollectionStartEvent ? "something nested" : "an alias";
  }

  private void shape(Event where, String message) {
    problem("links-file-shape", events.at(where), message);
  }

  private void problem(String code, SourceLocation at, String message) {
    problems.add(
        new Diagnostic(
            Severity.ERROR,
            code,
            at,
            message,
            "docs/reference/links.md shows what the file holds"));
  }
}

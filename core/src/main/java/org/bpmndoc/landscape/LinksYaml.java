package org.bpmndoc.landscape;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.landscape.LinksFile.Entry;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

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

  /// What is nested more deeply is not read on: a scanner of YAML gets slow by the depth.
  private static final int DEPTH_MAX = 50;

  /// Where links are added: behind the line in which the code point at `end` stands, at that
  /// indent.
  record Block(int end, int indent) {}

  private final String file;
  private final Iterator<Event> events;
  private final Map<String, Entry> links = new LinkedHashMap<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private @Nullable Block block;
  private int rootIndent;

  private LinksYaml(String file, String text) {
    this.file = file;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setParseComments(false)
            .setCodePointLimit(LinksFileReader.BYTES_MAX)
            .build();
    events = new Parse(settings).parseString(text).iterator();
  }

  static LinksYaml of(String file, String text) {
    LinksYaml yaml = new LinksYaml(file, text);
    try {
      yaml.stream();
    } catch (TooDeep e) {
      yaml.problem("links-file-shape", yaml.at(e.mark), "nested too deeply; the rest is not read");
    } catch (MarkedYamlEngineException e) {
      yaml.problem(SYNTAX, yaml.at(e.getProblemMark()), "expected YAML: " + e.getProblem());
    } catch (ReaderException e) {
      yaml.problem(
          SYNTAX,
          yaml.at(text, e.getPosition()),
          "expected text, found the character U+%04X".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      yaml.problem(SYNTAX, SourceLocation.wholeFile(file), "expected YAML: " + e.getMessage());
    }
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
          skipRest();
          return;
        }
        read = true;
        root(events.next());
      }
    }
  }

  private void root(Event start) {
    if (start instanceof MappingStartEvent) {
      rootIndent = column(start);
      for (Event key = events.next(); !(key instanceof CollectionEndEvent); key = events.next()) {
        member(key);
      }
    } else if (!isEmpty(start)) {
      shape(start, "expected \"links:\" and \"prefixes:\"");
      skip(start);
    }
  }

  private void member(Event key) {
    skip(key);
    Event value = events.next();
    switch (key instanceof ScalarEvent scalar ? scalar.getValue() : "") {
      case LINKS -> links(key, value);
      case PREFIXES -> prefixes(value);
      default -> {
        shape(key, "expected \"links\" or \"prefixes\", found " + shown(key));
        skip(value);
      }
    }
  }

  private void links(Event key, Event value) {
    if (block != null) {
      shape(key, "\"links\" is here a second time");
    }
    if (isEmpty(value)) {
      block = new Block(end(key), rootIndent + INDENT);
    } else if (value instanceof MappingStartEvent) {
      int last = end(key);
      int indent = -1;
      for (Event call = events.next();
          !(call instanceof CollectionEndEvent);
          call = events.next()) {
        indent = indent < 0 ? column(call) : indent;
        skip(call);
        last = link(call, events.next());
      }
      block = new Block(last, Math.max(indent, rootIndent));
    } else {
      shape(value, "expected a line CALL: PROCESS for each link");
      skip(value);
    }
  }

  /// Takes one link and gives where it ends.
  private int link(Event call, Event process) {
    if (!(call instanceof ScalarEvent from)
        || !(process instanceof ScalarEvent to)
        || isEmpty(to)
        || from.getValue().isBlank()) {
      shape(
          call,
          "expected CALL: PROCESS, or CALL: none; found " + shown(call) + ": " + shown(process));
      return skip(process);
    }
    Entry entry =
        new Entry(from.getValue().strip(), to.getValue().strip(), at(from.getStartMark()));
    Entry before = links.putIfAbsent(entry.call(), entry);
    if (before != null) {
      shape(
          call,
          "\"%s\" is linked a second time, first in line %d; the first holds"
              .formatted(entry.call(), before.location().line()));
    }
    return end(to);
  }

  private void prefixes(Event value) {
    if (value instanceof SequenceStartEvent) {
      for (Event item = events.next();
          !(item instanceof CollectionEndEvent);
          item = events.next()) {
        if (item instanceof ScalarEvent scalar && !isEmpty(scalar)) {
          prefixes.add(scalar.getValue());
        } else {
          shape(item, "expected a prefix, found " + shown(item));
          skip(item);
        }
      }
    } else if (!isEmpty(value)) {
      shape(value, "expected a list of prefixes: [a-, b-]");
      skip(value);
    }
  }

  /// Leaves out what begins with this event, without going down, and gives where it ends.
  private int skip(Event start) {
    Event last = start;
    int open = start instanceof CollectionStartEvent ? 1 : 0;
    while (open > 0) {
      if (open > DEPTH_MAX) {
        throw new TooDeep(last.getStartMark());
      }
      last = events.next();
      open +=
          last instanceof CollectionStartEvent ? 1 : last instanceof CollectionEndEvent ? -1 : 0;
    }
    return end(last);
  }

  private void skipRest() {
    while (events.hasNext()) {
      var _ = events.next();
    }
  }

  private static boolean isEmpty(Event event) {
    return event instanceof ScalarEvent scalar
        && (scalar.getValue().isBlank()
            || (scalar.isPlain()
                && (scalar.getValue().equals("~") || scalar.getValue().equals("null"))));
  }

  private static String shown(Event event) {
    return event instanceof ScalarEvent scalar
        ? "\"" + scalar.getValue() + "\""
        : event instanceof CollectionStartEvent ? "something nested" : "an alias";
  }

  private void shape(Event where, String message) {
    problem("links-file-shape", at(where.getStartMark()), message);
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

  private SourceLocation at(Optional<Mark> mark) {
    return mark.map(place -> new SourceLocation(file, place.getLine() + 1, place.getColumn() + 1))
        .orElseGet(() -> SourceLocation.wholeFile(file));
  }

  private SourceLocation at(String text, int codePoint) {
    long line = text.codePoints().limit(codePoint).filter(c -> c == '\n').count() + 1;
    return new SourceLocation(file, (int) line, 0);
  }

  private static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(0);
  }

  private static int end(Event event) {
    return event.getEndMark().map(Mark::getIndex).orElse(0);
  }

  private static final class TooDeep extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final transient Optional<Mark> mark;

    TooDeep(Optional<Mark> mark) {
      this.mark = mark;
    }
  }
}

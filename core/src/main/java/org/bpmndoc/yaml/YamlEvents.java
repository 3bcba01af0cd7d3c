package org.bpmndoc.yaml;

import java.io.Serial;
import java.util.Iterator;
import java.util.Optional;
import org.bpmndoc.xml.SourceLocation;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The events of a YAML text, one after another, and where each stands.
public final class YamlEvents {

  /// What is nested more deeply is not read on: a scanner of YAML gets slow by the depth.
  static final int DEPTH_MAX = 50;

  private final String file;
  private final String text;
  private final Iterator<Event> events;

  /// What ended the reading before the end of the text.
  public record Trouble(SourceLocation at, String message) {}

  /// `file` names the text in what is said about it.
  public YamlEvents(String file, String text) {
    this.file = file;
    this.text = text;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setParseComments(false)
            .setCodePointLimit(TextFile.BYTES_MAX)
            .setBufferSize(bufferSize(text))
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /// Room for all of a text and one more: where a buffer ends between the two halves of a
  /// character, as of an emoji, the reader writes the second half behind its end.
  static int bufferSize(String text) {
    return text.length() + 1;
  }

  /// Lets `walk` take events for as long as there are any.
  public Optional<Trouble> during(Runnable walk) {
    try {
      walk.run();
      return Optional.empty();
    } catch (TooDeep e) {
      return Optional.of(new Trouble(at(e.mark), "nested too deeply; the rest is not read"));
    } catch (MarkedYamlEngineException e) {
      return Optional.of(new Trouble(at(e.getProblemMark()), "expected YAML: " + e.getProblem()));
    } catch (ReaderException e) {
      return Optional.of(
          new Trouble(
              at(e.getPosition()),
              "expected text, found the character U+%04X".formatted(e.getCodePoint())));
    } catch (YamlEngineException e) {
      return Optional.of(
          new Trouble(SourceLocation.wholeFile(file), "expected YAML: " + e.getMessage()));
    }
  }

  public boolean hasNext() {
    return events.hasNext();
  }

  public Event next() {
    return events.next();
  }

  /// Leaves out what begins with this event, without going down, and gives where it ends.
  public int skip(Event start) {
    Event last = start;
    int open = start instanceof CollectionStartEvent ? 1 : 0;
    while (open > 0) {
      refuseDepth(open, last);
      last = events.next();
      open +=
          last instanceof CollectionStartEvent ? 1 : last instanceof CollectionEndEvent ? -1 : 0;
    }
    return end(last);
  }

  static void refuseDepth(int depth, Event at) {
    if (depth > DEPTH_MAX) {
      throw new TooDeep(at.getStartMark());
    }
  }

  public void skipRest() {
    while (events.hasNext()) {
      var _ = events.next();
    }
  }

  public SourceLocation at(Event event) {
    return at(event.getStartMark());
  }

  private SourceLocation at(Optional<Mark> mark) {
    return mark.map(place -> new SourceLocation(file, place.getLine() + 1, place.getColumn() + 1))
        .orElseGet(() -> SourceLocation.wholeFile(file));
  }

  private SourceLocation at(int codePoint) {
    long line = text.codePoints().limit(codePoint).filter(c -> c == '\n').count() + 1;
    return new SourceLocation(file, (int) line, 0);
  }

  /// Counted from 0.
  public static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(0);
  }

  /// The code point behind it.
  public static int end(Event event) {
    return event.getEndMark().map(Mark::getIndex).orElse(0);
  }

  public static boolean isEmpty(Event event) {
    return event instanceof ScalarEvent scalar
        && (scalar.getValue().isBlank()
            || (scalar.isPlain()
                && (scalar.getValue().equals("~") || scalar.getValue().equals("null"))));
  }

  private static final class TooDeep extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final transient Optional<Mark> mark;

    TooDeep(Optional<Mark> mark) {
      this.mark = mark;
    }
  }
}

package org.bpmndoc.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.YamlEvents.Trouble;
import org.bpmndoc.yaml.YamlValue.Member;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/// The one document of a YAML text as a tree, or why there is none.
public sealed interface YamlTree {

  /// A text without a document holds [YamlValue.Nothing].
  record Read(YamlValue root) implements YamlTree {}

  record Unreadable(Trouble trouble) implements YamlTree {}

  static YamlTree of(String file, String text) {
    Builder builder = new Builder(file, text);
    Optional<Trouble> trouble = builder.events.during(builder::stream);
    return trouble.isPresent()
        ? new Unreadable(trouble.get())
        : builder.second.<YamlTree>map(Unreadable::new).orElseGet(() -> new Read(builder.root));
  }

  /// Goes through the events.
  final class Builder {
    private final YamlEvents events;
    private YamlValue root;
    private Optional<Trouble> second = Optional.empty();

    private Builder(String file, String text) {
      events = new YamlEvents(file, text);
      root = new YamlValue.Nothing(SourceLocation.wholeFile(file));
    }

    private void stream() {
      boolean read = false;
      while (events.hasNext()) {
        Event event = events.next();
        if (event instanceof DocumentStartEvent) {
          if (read) {
            second =
                Optional.of(new Trouble(events.at(event), "expected one document, found another"));
            return;
          }
          read = true;
          root = value(events.next(), 1);
        }
      }
    }

    private YamlValue value(Event start, int depth) {
      YamlEvents.refuseDepth(depth, start);
      SourceLocation at = events.at(start);
      return switch (start) {
        case ScalarEvent scalar ->
            YamlEvents.isEmpty(scalar)
                ? new YamlValue.Nothing(at)
                : new YamlValue.Scalar(at, scalar.getValue());
        case AliasEvent _ -> new YamlValue.Alias(at);
        case SequenceStartEvent _ -> new YamlValue.Items(at, values(depth));
        default -> {
          List<YamlValue> flat = values(depth);
          List<Member> members = new ArrayList<>();
          for (int i = 0; i + 1 < flat.size(); i += 2) {
            members.add(new Member(flat.get(i), flat.get(i + 1)));
          }
          yield new YamlValue.Members(at, members);
        }
      };
    }

    private List<YamlValue> values(int depth) {
      List<YamlValue> values = new ArrayList<>();
      for (Event next = events.next();
          !(next instanceof CollectionEndEvent);
          next = events.next()) {
        values.add(value(next, depth + 1));
      }
      return values;
    }
  }
}

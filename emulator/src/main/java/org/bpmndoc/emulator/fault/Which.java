package org.bpmndoc.emulator.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of things that are counted from 1: calls, batches, lines.
public record Which(List<Span> spans) {

  public static final Which ALL = new Which(List.of(new Span(1, Long.MAX_VALUE, 1)));

  private static final Pattern ONE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9})?)?");
  private static final Pattern EVERY = Pattern.compile("every (\\d{1,9})");

  public Which {
    spans = List.copyOf(spans);
  }

  /// `from`, then each `step` further, up to `to`.
  public record Span(long from, long to, long step) {

    public Span {
      if (from < 1 || to < from || step < 1) {
        throw new IllegalArgumentException(
            "expected a span from 1 onwards, found %d to %d by %d".formatted(from, to, step));
      }
    }

    boolean contains(long number) {
      return number >= from && number <= to && (number - from) % step == 0;
    }
  }

  public static Which of(long... numbers) {
    return new Which(Arrays.stream(numbers).mapToObj(one -> new Span(one, one, 1)).toList());
  }

  /// Reads `1`, `2-4`, `3-`, `every 5`, `all`, and several of these with commas between them;
  /// nothing where it is none of them.
  static Optional<Which> parse(String text) {
    List<Span> spans = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Optional<Span> span = span(part.strip());
      if (span.isEmpty()) {
        return Optional.empty();
      }
      spans.add(span.get());
    }
    return Optional.of(new Which(spans));
  }

  private static Optional<Span> span(String text) {
    Matcher one = ONE.matcher(text);
    Matcher every = EVERY.matcher(text);
    if (text.equals("all")) {
      return Optional.of(ALL.spans().getFirst());
    } else if (every.matches()) {
      long step = Long.parseLong(every.group(1));
      return step < 1 ? Optional.empty() : Optional.of(new Span(step, Long.MAX_VALUE, step));
    } else if (one.matches()) {
      long from = Long.parseLong(one.group(1));
      long to =
          one.group(2) != null
              ? Long.parseLong(one.group(2))
              : text.endsWith("-") ? Long.MAX_VALUE : from;
      return from < 1 || to < from ? Optional.empty() : Optional.of(new Span(from, to, 1));
    }
    return Optional.empty();
  }

  public boolean contains(long number) {
    return spans.stream().anyMatch(span -> span.contains(number));
  }
}

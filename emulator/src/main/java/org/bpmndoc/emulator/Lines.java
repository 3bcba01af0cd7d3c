package org.bpmndoc.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bpmndoc.emulator.fault.Which;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A body of lines, each made when its turn comes and sent after a pause, and what can go wrong
/// with them.
record Lines(List<Line> lines, Pause pause) implements ApiReply.Body {

  /// Makes one line, without its end.
  interface Line {
    String text() throws IOException;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (Line line : lines) {
      if (pause.isOne()) {
        out.flush();
        pause.take();
      }
      out.write((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  Lines blankBefore(Which which) {
    return each(which, line -> Stream.of(() -> "", line));
  }

  Lines malformed(Which which) {
    return each(which, line -> Stream.of(() -> half(line.text())));
  }

  Lines twice(Which which) {
    return each(which, line -> Stream.of(line, line));
  }

  Lines without(Which which) {
    return each(which, _ -> Stream.empty());
  }

  Lines slowly(Pause each) {
    return new Lines(lines, each);
  }

  /// With `count` answers to requests that nobody sent at the end, made from the first line.
  Lines withUnknown(int count) {
    List<Line> more = new ArrayList<>(lines);
    for (int i = 1; i <= count && !lines.isEmpty(); i++) {
      String customId = "nobody_sent_" + i;
      more.add(() -> renamed(lines.getFirst().text(), customId));
    }
    return new Lines(more, pause);
  }

  /// The first `count`, and half of the next where it is cut within a line.
  ApiReply.Body cut(int count, boolean inLine) {
    Lines whole = new Lines(lines.subList(0, Math.min(count, lines.size())), pause);
    return out -> {
      whole.writeTo(out);
      if (inLine && count < lines.size()) {
        out.write(half(lines.get(count).text()).getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private Lines each(Which which, Function<Line, Stream<Line>> change) {
    List<Line> changed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (which.contains(i + 1L)) {
        change.apply(line).forEach(changed::add);
      } else {
        changed.add(line);
      }
    }
    return new Lines(changed, pause);
  }

  private static String renamed(String line, String customId) {
    ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(line);
    return json.put("custom_id", customId).toString();
  }

  private static String half(String text) {
    return text.substring(0, text.length() / 2);
  }
}

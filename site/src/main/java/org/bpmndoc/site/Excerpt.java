package org.bpmndoc.site;

import java.util.List;
import org.bpmndoc.site.Layout.More;

/// The first lines of what may be long. `more` counts those that are left out and leads to them;
/// its `href` is empty where no page has them.
record Excerpt<T>(List<T> lines, More more) {

  static <T> Excerpt<T> of(List<T> all, int max, String rest) {
    return new Excerpt<>(
        all.stream().limit(max).toList(), new More(Math.max(0, all.size() - max), rest));
  }

  static <T> Excerpt<T> none() {
    return new Excerpt<>(List.of(), More.NONE);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  int total() {
    return lines.size() + more.count();
  }
}

package org.bpmndoc.xml;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An immutable map of a few texts in the order of its keys, as small as it can be: a landscape has
/// hundreds of thousands of them. Keys and values stand beside each other in one array.
final class SortedPairs extends AbstractMap<String, String> {

  private final String[] pairs;

  private SortedPairs(String[] pairs) {
    this.pairs = pairs;
  }

  static Map<String, String> of(Map<String, String> map) {
    if (map.isEmpty() || map instanceof SortedPairs) {
      return map.isEmpty() ? Map.of() : map;
    }
    String[] pairs = new String[2 * map.size()];
    int next = 0;
    for (Map.Entry<String, String> entry : new TreeMap<>(map).entrySet()) {
      pairs[next++] = entry.getKey();
      pairs[next++] = entry.getValue();
    }
    return new SortedPairs(pairs);
  }

  /// Of keys and values in turn. `rename` says what a key is called in the map; it is left out
  /// where that is empty, and where an earlier one is called so too.
  static Map<String, String> of(String[] pairs, UnaryOperator<String> rename) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String key = rename.apply(pairs[i]);
      if (!key.isEmpty()) {
        map.putIfAbsent(key, pairs[i + 1]);
      }
    }
    return of(map);
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(key)) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return IntStream.range(0, size())
            .mapToObj(i -> Map.entry(pairs[2 * i], pairs[2 * i + 1]))
            .iterator();
      }

      @Override
      public int size() {
        return pairs.length / 2;
      }
    };
  }
}

package org.bpmndoc.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Pairs the items of two lists in order, so that as much as possible of what they say stands
/// beside its like.
final class Alignment {

  sealed interface Pair {
    record Both(int before, int now) implements Pair {}

    record Added(int now) implements Pair {}

    record Removed(int before) implements Pair {}
  }

  /// What two items have to share to be the same one, of all their words.
  private static final double ALIKE = 0.4;

  private static final double EQUAL = 2;

  private Alignment() {}

  static List<Pair> of(ArrayNode before, ArrayNode now) {
    double[][] alike = alike(before, now);
    double[][] best = new double[before.size() + 1][now.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        best[i][j] = Math.max(Math.max(best[i + 1][j], best[i][j + 1]), both(alike, best, i, j));
      }
    }
    return pairs(alike, best);
  }

  private static double both(double[][] alike, double[][] best, int i, int j) {
    return alike[i][j] == 0 ? 0 : alike[i][j] + best[i + 1][j + 1];
  }

  private static List<Pair> pairs(double[][] alike, double[][] best) {
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < alike.length || j < best[0].length - 1) {
      if (i == alike.length) {
        pairs.add(new Pair.Added(j++));
      } else if (j == best[0].length - 1) {
        pairs.add(new Pair.Removed(i++));
      } else if (alike[i][j] > 0 && best[i][j] <= both(alike, best, i, j)) {
        pairs.add(new Pair.Both(i++, j++));
      } else if (best[i][j] <= best[i + 1][j]) {
        pairs.add(new Pair.Removed(i++));
      } else {
        pairs.add(new Pair.Added(j++));
      }
    }
    return pairs;
  }

  private static double[][] alike(ArrayNode before, ArrayNode now) {
    List<Map<String, Integer>> then = words(before);
    List<Map<String, Integer>> there = words(now);
    double[][] alike = new double[before.size()][now.size()];
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < now.size(); j++) {
        alike[i][j] =
            before.get(i).equals(now.get(j)) ? EQUAL : ifEnough(share(then.get(i), there.get(j)));
      }
    }
    return alike;
  }

  private static double ifEnough(double share) {
    return share < ALIKE ? 0 : share;
  }

  /// Twice what both have, of all that they have.
  private static double share(Map<String, Integer> one, Map<String, Integer> other) {
    int common = 0;
    for (Map.Entry<String, Integer> word : one.entrySet()) {
      common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
    }
    int all = count(one) + count(other);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int count(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Map<String, Integer>> words(ArrayNode items) {
    List<Map<String, Integer>> words = new ArrayList<>();
    for (JsonNode item : items) {
      Map<String, Integer> counts = new HashMap<>();
      for (String word :
          FieldChange.text(item).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
        if (!word.isEmpty()) {
          counts.merge(word, 1, Integer::sum);
        }
      }
      words.add(counts);
    }
    return words;
  }
}

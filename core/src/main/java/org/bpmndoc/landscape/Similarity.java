package org.bpmndoc.landscape;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Call.Candidate;
import org.bpmndoc.landscape.Call.Rule;
import org.bpmndoc.landscape.ProcessNames.Names;

/// Finds processes whose names share words with a text. A suggestion for a person, never a link.
final class Similarity {

  /// No likeness is as good as the least of the rules that are followed.
  private static final double SUREST = 0.5;

  private static final double LIKENESS_MIN = 0.5;
  private static final int SUGGESTIONS_MAX = 3;

  /// A word that more names have tells nothing.
  private static final int NAMES_MAX = 200;

  private record Entry(SubjectId process, NameKey key) {}

  private final Map<String, Set<Entry>> byWord = new HashMap<>();
  private final ProcessNames names;

  Similarity(ProcessNames names) {
    this.names = names;
    for (Names process : names.all()) {
      Stream.concat(process.ofProcess().stream(), process.ofFile().stream())
          .map(key -> new Entry(process.process(), key))
          .forEach(entry ->
              entry
                  .key()
                  .words()
                  .forEach(word ->
                      byWord.computeIfAbsent(word, any -> new LinkedHashSet<>()).add(entry)));
    }
  }

  /// The processes most like the texts, the likest first, but for the caller itself.
  List<Candidate> of(Stream<String> texts, SubjectId caller) {
    Map<SubjectId, Double> likeness = new LinkedHashMap<>();
    for (NameKey key : names.forms(texts)) {
      key.words().stream()
          .map(word -> byWord.getOrDefault(word, Set.of()))
          .filter(entries -> entries.size() <= NAMES_MAX)
          .flatMap(Set::stream)
          .filter(entry -> !entry.process().equals(caller))
          .forEach(entry -> likeness.merge(entry.process(), likeness(key, entry.key()), Math::max));
    }
    return likeness.entrySet().stream()
        .filter(entry -> entry.getValue() >= LIKENESS_MIN)
        .sorted(
            Map.Entry.<SubjectId, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SUGGESTIONS_MAX)
        .map(entry ->
            new Candidate(
                entry.getKey(),
                Rule.SIMILARITY,
                Math.round(entry.getValue() * SUREST * 100) / 100.0))
        .toList();
  }

  /// The share of words that both have, from 0 to 1.
  private static double likeness(NameKey one, NameKey other) {
    Set<String> words = Set.copyOf(one.words());
    Set<String> others = Set.copyOf(other.words());
    long both = words.stream().filter(others::contains).count();
    return 2.0 * both / (words.size() + others.size());
  }
}

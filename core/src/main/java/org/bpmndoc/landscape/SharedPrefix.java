package org.bpmndoc.landscape;

import java.util.Collection;
import java.util.List;

/// The words that the names of all files begin with: of `loan.bpmn`, `loan-se-offer.bpmn` and
/// `loan-se-signing.bpmn` that is "loan se". A file whose whole name is part of it, as the first
/// here, does not end it earlier.
final class SharedPrefix {

  /// Of fewer files, what they share is chance.
  private static final int FILES_MIN = 3;

  private SharedPrefix() {}

  static NameKey of(Collection<NameKey> names) {
    List<NameKey> distinct = names.stream().distinct().toList();
    int length = 0;
    while (sharesOneMore(distinct, length)) {
      length++;
    }
    int shared = length;
    return distinct.stream()
        .filter(name -> name.words().size() > shared)
        .findFirst()
        .map(name -> new NameKey(name.words().subList(0, shared)))
        .orElseGet(() -> new NameKey(List.of()));
  }

  /// Whether all names that are longer than that have the same next word, and enough of them go on
  /// after it.
  private static boolean sharesOneMore(List<NameKey> names, int length) {
    List<NameKey> longer = names.stream().filter(name -> name.words().size() > length).toList();
    return longer.stream().map(name -> name.words().get(length)).distinct().count() == 1
        && longer.stream().filter(name -> name.words().size() > length + 1).count() >= FILES_MIN;
  }
}

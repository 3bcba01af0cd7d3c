package org.bpmndoc.document.check;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Way;
import org.jspecify.annotations.Nullable;

/// Whether a condition in somebody's words is that of a way.
final class Conditions {

  private Conditions() {}

  /// What is wrong with it, if anything is.
  static Optional<String> wrong(
      String condition, Way way, List<Way> siblings, @Nullable Element gateway) {
    return answer(condition, way, siblings)
        .or(() -> words(condition, way, siblings))
        .or(() -> comparison(condition, way, siblings))
        .or(() -> denial(condition, way, gateway));
  }

  /// "Yes, …" on a way that is called no.
  private static Optional<String> answer(String condition, Way way, List<Way> siblings) {
    List<String> said = Wording.words(condition);
    List<String> label = Wording.words(way.label());
    boolean yes = !said.isEmpty() && Wording.LEXICON.isAt("yes", said, 0);
    boolean no = !said.isEmpty() && Wording.LEXICON.isAt("no", said, 0);
    boolean isYes = label.size() == 1 && Wording.LEXICON.isAt("yes", label, 0);
    boolean isNo = label.size() == 1 && Wording.LEXICON.isAt("no", label, 0);
    return (yes && isNo || no && isYes) && !siblings.isEmpty()
        ? Optional.of("this way is called \"%s\"".formatted(way.label()))
        : Optional.empty();
  }

  /// The words on another way, and not those on this.
  private static Optional<String> words(String condition, Way way, List<Way> siblings) {
    List<String> said = Wording.words(condition);
    double own = fit(way, said);
    return siblings.stream()
        .filter(other -> !Wording.content(other.says()).isEmpty())
        .filter(other -> !Wording.content(way.says()).isEmpty())
        .filter(other -> fit(other, said) > 0.99 && own < 0.5)
        .findFirst()
        .map(other ->
            "this way is taken on \"%s\", and \"%s\" is another"
                .formatted(way.says().strip(), other.says().strip()));
  }

  private static double fit(Way way, List<String> said) {
    return Math.max(
        way.label().isEmpty() ? 0 : Wording.share(way.label(), said),
        way.condition().isEmpty() ? 0 : Wording.share(way.condition(), said));
  }

  /// More than a number where the way says less, or less where it says more.
  private static Optional<String> comparison(String condition, Way way, List<Way> siblings) {
    List<Comparison> own = Comparison.in(way.says());
    for (Comparison said : Comparison.in(condition)) {
      if (!own.contains(said) && own.stream().anyMatch(said::contradicts)) {
        return Optional.of("the model says \"%s\" of this way".formatted(way.says()));
      }
      if (own.isEmpty()
          && siblings.size() == 1
          && Comparison.in(siblings.getFirst().says()).contains(said)) {
        return Optional.of(
            "the model says \"%s\" of the other way".formatted(siblings.getFirst().says()));
      }
    }
    return Optional.empty();
  }

  /// The way is called yes, the question denies nothing, and the condition does.
  private static Optional<String> denial(String condition, Way way, @Nullable Element gateway) {
    if (gateway == null || gateway.name().isEmpty()) {
      return Optional.empty();
    }
    List<String> label = Wording.words(way.label());
    List<String> said = Wording.words(condition);
    boolean isYes = label.size() == 1 && Wording.LEXICON.isAt("yes", label, 0);
    boolean isNo = label.size() == 1 && Wording.LEXICON.isAt("no", label, 0);
    boolean denies = Wording.denies(condition);
    boolean asks = Wording.denies(gateway.name());
    boolean repeats = Wording.speaksOf(said, gateway.name());
    if (isYes && denies && !asks && repeats) {
      return Optional.of(
          "this way is called \"%s\", and the condition denies it".formatted(way.label()));
    }
    boolean only =
        Wording.content(condition).stream()
            .allMatch(word -> Wording.hasAlike(Wording.words(gateway.name()), word));
    return isNo && !denies && !asks && repeats && only
        ? Optional.of(
            "this way is called \"%s\", and the condition affirms it".formatted(way.label()))
        : Optional.empty();
  }
}

package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Way;
import org.bpmndoc.document.check.Mentions.Mention;

/// Where one sentence has a condition and what follows on it, that does follow on it: "If fees are
/// open, a deposit is taken".
final class BranchCheck {

  /// The share of a question's words by which a sentence is about it: two of three.
  private static final double MOST = 0.66;

  private final Grounds grounds;
  private final Reach reach;
  private final Mentions mentions;
  private final List<Finding> findings = new ArrayList<>();

  private BranchCheck(Grounds grounds, Reach reach, Mentions mentions) {
    this.grounds = grounds;
    this.reach = reach;
    this.mentions = mentions;
  }

  static List<Finding> of(
      List<Texts.Text> sentences, Grounds grounds, Reach reach, Mentions mentions) {
    BranchCheck check = new BranchCheck(grounds, reach, mentions);
    sentences.forEach(check::look);
    return check.findings;
  }

  private void look(Texts.Text sentence) {
    List<String> words = Wording.words(sentence.text());
    if (Wording.denies(sentence.text())
        || Wording.LEXICON.has("whether", words)
        || !Comparison.in(sentence.text()).isEmpty()) {
      return;
    }
    List<Way> meant =
        grounds.ways().values().stream()
            .filter(way -> Comparison.in(way.says()).isEmpty())
            .filter(way -> states(way, words) && !isAsked(way, sentence.text()))
            .toList();
    if (meant.size() == 1 && isTold(meant.getFirst())) {
      follows(sentence, meant.getFirst());
    }
  }

  /// Whether the words of a condition are those of the condition alone: where an activity is named
  /// by them too, a sentence may speak of that.
  private boolean isTold(Way way) {
    List<String> condition = condition(way);
    return grounds.elements().values().stream()
        .filter(Element::isActivity)
        .flatMap(element -> Wording.content(element.name()).stream())
        .noneMatch(word -> Wording.hasAlike(condition, word));
  }

  /// A question that stands there as the model asks it is answered in the sentence, one way or the
  /// other.
  private boolean isAsked(Way way, String sentence) {
    Element gateway = grounds.elements().get(way.from());
    return gateway != null && !gateway.name().isEmpty() && sentence.contains(gateway.name());
  }

  private boolean states(Way way, List<String> words) {
    List<String> label = Wording.words(way.label());
    if (label.size() == 1 && Wording.LEXICON.isAt("no", label, 0)) {
      return false;
    }
    if (label.size() == 1 && Wording.LEXICON.isAt("yes", label, 0)) {
      Element gateway = grounds.elements().get(way.from());
      return gateway != null
          && Wording.content(gateway.name()).size() > 1
          && !Wording.denies(gateway.name())
          && Wording.share(gateway.name(), words) >= MOST;
    }
    return Wording.content(way.label()).size() > 1
        && !Wording.denies(way.label())
        && Wording.share(way.label(), words) == 1
        && grounds.waysFrom(way.from()).stream()
            .filter(other -> !other.alias().equals(way.alias()))
            .allMatch(other -> other.label().isEmpty() || Wording.share(other.label(), words) == 0);
  }

  private void follows(Texts.Text sentence, Way way) {
    Set<String> own = reach.from(way.to(), way.from());
    Set<String> others =
        grounds.waysFrom(way.from()).stream()
            .filter(other -> !other.alias().equals(way.alias()))
            .flatMap(other -> reach.from(other.to(), way.from()).stream())
            .filter(alias -> !own.contains(alias) && !reach.isReachedPast(way.from(), alias))
            .collect(Collectors.toSet());
    List<Mention> named = mentions.named(sentence.text());
    List<String> meant =
        (named.isEmpty() ? mentions.hinted(consequence(way, sentence)) : named)
            .stream().map(Mention::alias).distinct().toList();
    if (meant.stream().noneMatch(own::contains)) {
      meant.stream()
          .filter(others::contains)
          .findFirst()
          .ifPresent(alias ->
              findings.add(
                  new Finding(
                      Grade.CONTRADICTION,
                      "leads-elsewhere",
                      sentence.path(),
                      "\"%s\" leads to %s, and not to %s"
                          .formatted(way.says(), grounds.name(way.to()), grounds.name(alias)))));
    }
  }

  /// The words of a sentence that are not those of the condition.
  private List<String> consequence(Way way, Texts.Text sentence) {
    List<String> condition = condition(way);
    return Wording.words(sentence.text()).stream()
        .filter(word -> !Wording.hasAlike(condition, word))
        .toList();
  }

  private List<String> condition(Way way) {
    Element gateway = grounds.elements().get(way.from());
    return Wording.content(way.says() + " " + (gateway == null ? "" : gateway.name()));
  }
}

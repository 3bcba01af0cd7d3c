package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Repeats;
import org.bpmndoc.document.check.Mentions.Mention;

/// What happens always, only sometimes, only one at a time or for all at once is so in the flow.
final class QuantityCheck {

  private final Grounds grounds;
  private final Reach reach;
  private final Mentions mentions;
  private final boolean severalAtOnce;
  private final List<Finding> findings = new ArrayList<>();

  private QuantityCheck(Grounds grounds, Reach reach, Mentions mentions) {
    this.grounds = grounds;
    this.reach = reach;
    this.mentions = mentions;
    List<String> dividing =
        grounds.dividing().stream()
            .map(grounds.elements()::get)
            .filter(element -> element != null && element.isGateway())
            .map(Element::type)
            .distinct()
            .toList();
    this.severalAtOnce = dividing.equals(List.of("inclusiveGateway"));
  }

  static List<Finding> of(
      List<Texts.Text> sentences, Grounds grounds, Reach reach, Mentions mentions) {
    QuantityCheck check = new QuantityCheck(grounds, reach, mentions);
    sentences.forEach(check::look);
    return check.findings;
  }

  private void look(Texts.Text sentence) {
    List<String> words = Wording.words(sentence.text());
    if (Wording.denies(sentence.text())) {
      return;
    }
    if (severalAtOnce && Wording.LEXICON.has("single", words)) {
      find(
          sentence, "several-at-once", "more than one way can be taken at once, and this says one");
    }
    List<Mention> named = mentions.named(sentence.text());
    List<String> meant =
        (named.isEmpty() ? mentions.hinted(words) : named)
            .stream().map(Mention::alias).distinct().toList();
    if (meant.size() == 1) {
      repeated(sentence, words, meant.getFirst());
    }
    if (meant.size() == 1
        && Wording.LEXICON.has("always", words)
        && !Wording.LEXICON.has("provided", words)
        && reach.isAvoidable(meant.getFirst())) {
      find(
          sentence,
          "not-always",
          "%s is passed by on one way, and this says that it always happens"
              .formatted(grounds.name(meant.getFirst())));
    }
  }

  private void repeated(Texts.Text sentence, List<String> words, String alias) {
    Element element = grounds.elements().get(alias);
    Repeats repeats = element == null ? Repeats.NOT : element.repeats();
    if (repeats == Repeats.ONE_AFTER_ANOTHER && Wording.LEXICON.has("asone", words)) {
      find(
          sentence,
          "not-at-once",
          "%s is done for one after another, and this says at the same time"
              .formatted(grounds.name(alias)));
    }
    if (repeats == Repeats.AT_THE_SAME_TIME && Wording.LEXICON.has("inturn", words)) {
      find(
          sentence,
          "not-in-turn",
          "%s is done for all at the same time, and this says one after another"
              .formatted(grounds.name(alias)));
    }
  }

  private void find(Texts.Text sentence, String code, String message) {
    findings.add(new Finding(Grade.CONTRADICTION, code, sentence.path(), message));
  }
}

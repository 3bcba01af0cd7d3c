package org.bpmndoc.document.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Mentions.Mention;

/// Where one sentence calls two elements by their names, it puts them in the order of the flow: as
/// its "before" and "after" say, and where it has none, as they stand in it.
final class SequenceCheck {

  /// "A after B" and "A after the end of B", and not "A, after that, and B".
  private static final int NEAR = 3;

  /// "B follows A", and not "B follows, and …".
  private static final int FOLLOWS_MAX = 2;

  private final Grounds grounds;
  private final Reach reach;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Mentions mentions;

  private SequenceCheck(Grounds grounds, Reach reach, Mentions mentions) {
    this.grounds = grounds;
    this.reach = reach;
    this.mentions = mentions;
  }

  /// `steps` is the field in which texts follow the flow.
  static List<Finding> of(
      List<Texts.Text> sentences, String steps, Grounds grounds, Reach reach, Mentions mentions) {
    SequenceCheck check = new SequenceCheck(grounds, reach, mentions);
    sentences.forEach(
        one -> check.sentence(one.path(), one.text(), one.path().startsWith(steps + "[")));
    return List.copyOf(check.findings);
  }

  private void sentence(String path, String sentence, boolean inOrder) {
    List<String> words = Wording.words(sentence);
    boolean names = inOrder || !Wording.quoted(sentence).isEmpty();
    List<Mention> mentions =
        names ? this.mentions.named(sentence) : withoutReturn(this.mentions.hinted(words), words);
    if (!inOrder && (mentions.size() != 2 || Wording.denies(sentence))) {
      return;
    }
    for (int i = 0; i + 1 < mentions.size(); i++) {
      Mention one = mentions.get(i);
      Mention other = mentions.get(i + 1);
      List<String> leading = words.subList(i == 0 ? 0 : mentions.get(i - 1).to(), one.from());
      if (!inOrder && isAtOnce(leading, words.subList(one.to(), other.from()))) {
        together(path, one.alias(), other.alias());
        continue;
      }
      Optional<Boolean> forward = forward(leading, words.subList(one.to(), other.from()), i == 0);
      if (forward.isPresent() || inOrder && !Wording.denies(sentence)) {
        boolean first = forward.orElse(true);
        String before = first ? one.alias() : other.alias();
        String after = first ? other.alias() : one.alias();
        if (reach.isBefore(after, before)) {
          find(path, "%s comes before %s in the flow, and this says otherwise", after, before);
        } else if (forward.isPresent()
            && !Wording.LEXICON.has("parallel", words)
            && reach.isBeside(before, after)) {
          find(path, "%s and %s wait for each other nowhere, and this says so", before, after);
        }
      }
    }
  }

  private static boolean isAtOnce(List<String> leading, List<String> between) {
    return !Wording.LEXICON.has("already", between)
        && (Wording.LEXICON.has("parallel", between)
            || leading.size() <= NEAR && Wording.LEXICON.has("parallel", leading));
  }

  private void together(String path, String one, String other) {
    if (reach.isBefore(one, other)) {
      find(path, "%s comes before %s in the flow, and this has them at the same time", one, other);
    } else if (reach.isBefore(other, one)) {
      together(path, other, one);
    }
  }

  /// "The contract is after the setting of the price signed": the first of two, once more.
  private static List<Mention> withoutReturn(List<Mention> mentions, List<String> words) {
    if (mentions.size() != 3 || !mentions.getFirst().alias().equals(mentions.getLast().alias())) {
      return mentions;
    }
    List<String> between = words.subList(mentions.getFirst().to(), mentions.get(1).from());
    return Wording.LEXICON.has("after", between) ? mentions.subList(0, 2) : mentions;
  }

  /// Whether the first of two comes first; empty where the words do not say.
  private static Optional<Boolean> forward(
      List<String> leading, List<String> between, boolean atBeginning) {
    List<String> last = between.subList(Math.max(0, between.size() - NEAR), between.size());
    if (Wording.LEXICON.has("onward", between) || Wording.LEXICON.has("before", last)) {
      return Optional.of(true);
    }
    boolean follows = between.size() <= FOLLOWS_MAX && Wording.LEXICON.has("follows", between);
    if (follows || Wording.LEXICON.has("after", last)) {
      return Optional.of(false);
    }
    List<String> near = leading.subList(Math.max(0, leading.size() - NEAR), leading.size());
    if (atBeginning
        && near.size() == leading.size()
        && Wording.LEXICON.has("before", near)
        && !Wording.LEXICON.has("not", near)) {
      return Optional.of(false);
    }
    return Wording.LEXICON.has("after", near) ? Optional.of(true) : Optional.empty();
  }

  private void find(String path, String message, String one, String other) {
    findings.add(
        new Finding(
            Finding.Grade.CONTRADICTION,
            "order-of-steps",
            path,
            message.formatted(grounds.name(one), grounds.name(other))));
  }
}

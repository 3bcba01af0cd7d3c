package org.bpmndoc.document.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import tools.jackson.databind.JsonNode;

/// Whatever a document claims anywhere is borne out by the facts: what it quotes stands there, its
/// numbers do, and it tells nothing out of the textbook that nothing in them is like. Questions
/// claim nothing, and neither does a sentence that says that something is not so.
final class ClaimsCheck {

  private static final Set<String> ASIDE =
      Set.of("openQuestions", "goal", "value", AliasCheck.ELEMENTS, AliasCheck.FLOW);

  /// Where every number is one of the model's, be it as small as a count.
  private static final String EXACT = "decision";

  /// What more than one thing can be under way in or behind.
  private static final Set<String> AT_ONCE =
      Set.of("parallelGateway", "inclusiveGateway", "complexGateway", "adHocSubProcess");

  private final Ideas ideas;
  private final List<String> words;
  private final String quotable;
  private final Set<String> numbers;
  private final Set<String> spans;
  private final boolean isParallel;
  private final boolean hasWayBack;
  private final Grounds grounds;
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  private ClaimsCheck(Grounds grounds, Reach reach) {
    this.grounds = grounds;
    this.words = Wording.words(grounds.words());
    this.ideas = new Ideas(words);
    this.quotable = plain(grounds.words());
    this.numbers = Numbers.allowed(grounds.words());
    this.spans = Numbers.spans(grounds.words());
    this.hasWayBack =
        grounds.dividing().isEmpty()
            || reach.hasLoop()
            || Wording.LEXICON.has("back", words)
            || ideas.means("return");
    this.isParallel =
        grounds.elements().values().stream()
                .anyMatch(element -> AT_ONCE.contains(element.type()) || !element.interrupting())
            || grounds.next().entrySet().stream()
                .anyMatch(
                    next -> next.getValue().size() > 1 && grounds.waysFrom(next.getKey()).isEmpty())
            || Wording.LEXICON.has("parallel", words);
  }

  static List<Finding> of(JsonNode content, Grounds grounds, Reach reach) {
    ClaimsCheck check = new ClaimsCheck(grounds, reach);
    Texts.of(content, ASIDE).forEach(one -> check.text(one.path(), one.text()));
    check.parallel(content);
    return List.copyOf(check.findings.values());
  }

  /// Where all ways of a gateway are taken, a document says so somewhere.
  private void parallel(JsonNode content) {
    boolean told = Wording.LEXICON.has("parallel", Wording.words(content.toString()));
    grounds.next().entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1 && !told)
        .map(entry -> grounds.elements().get(entry.getKey()))
        .filter(element -> element != null && element.type().equals("parallelGateway"))
        .findFirst()
        .ifPresent(element ->
            find(
                Grade.GAP,
                "parallel-untold",
                "",
                "",
                "nothing is said to go on at the same time, as the model has it"));
  }

  private void text(String path, String text) {
    for (String quoted : Wording.quoted(text)) {
      if (!quotable.contains(plain(quoted))) {
        find(
            Grade.CONTRADICTION,
            "quote-unknown",
            path,
            quoted,
            "the model does not say \"" + quoted + "\"");
      }
    }
    for (String sentence : Wording.sentences(grounds.withoutNames(text))) {
      number(path, Numbers.measured(sentence));
      number(
          path,
          (path.startsWith(EXACT) ? Numbers.digits(sentence) : Numbers.large(sentence))
              .stream().filter(number -> !isCount(number)).toList());
      if (!Wording.denies(sentence)) {
        sentence(path, sentence);
      }
    }
  }

  private void number(String path, Collection<String> stated) {
    stated.stream()
        .filter(number -> !numbers.contains(number))
        .forEach(number ->
            find(
                Grade.CONTRADICTION,
                "number-unknown",
                path,
                number,
                "the model does not say " + number));
  }

  private void sentence(String path, String sentence) {
    List<String> said = Wording.words(sentence);
    ideas
        .strange(said)
        .ifPresent(word ->
            find(
                Grade.GAP,
                "out-of-the-textbook",
                path,
                word,
                "nothing in the model is like \"%s\"".formatted(word)));
    for (String span : List.of("week", "month")) {
      if (Wording.LEXICON.has(span, said) && !spans.contains(span)) {
        find(Grade.GAP, "number-unknown", path, span, "the model speaks of no " + span);
      }
    }
    opposite(path, said, "most", "least");
    opposite(path, said, "least", "most");
    if (!hasWayBack && Wording.LEXICON.has("back", said)) {
      find(
          Grade.CONTRADICTION,
          "back-claimed",
          path,
          "",
          "nothing in the model leads back to where it came from");
    }
    if (!isParallel && Wording.LEXICON.has("asone", said)) {
      find(
          Grade.CONTRADICTION,
          "parallel-claimed",
          path,
          "parallel",
          "nothing in the model goes on at the same time");
    }
  }

  /// The lowest, where the model speaks of a highest alone.
  private void opposite(String path, List<String> said, String claimed, String held) {
    List<Integer> places = Wording.LEXICON.places(claimed, said);
    if (!places.isEmpty()
        && Wording.LEXICON.has(held, words)
        && !Wording.LEXICON.has(claimed, words)) {
      String word = said.get(places.getFirst());
      find(
          Grade.CONTRADICTION,
          "opposite-claimed",
          path,
          word,
          "the model says the opposite of \"%s\"".formatted(word));
    }
  }

  /// So many elements there may be.
  private boolean isCount(String number) {
    return number.matches("\\d{2,4}") && Integer.parseInt(number) <= grounds.elements().size();
  }

  /// Each thing once, where it is said first.
  private void find(Grade grade, String code, String path, String what, String message) {
    findings.putIfAbsent(code + what, new Finding(grade, code, path, message));
  }

  private static String plain(String text) {
    return String.join(" ", List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\d]+")))
        .strip();
  }
}

package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Node.Way;

/// Says in a few sentences what a task is and where it stands.
record Place(Speech speech) {

  private static final int DOCUMENTATION_MAX = 2;

  /// `more` is what else there is to say of the task itself.
  List<String> summary(List<String> more) {
    Facts facts = speech.facts();
    Language language = speech.language();
    Node node = facts.subject().node();
    List<String> sentences =
        new ArrayList<>(Names.sentences(node.documentation(), DOCUMENTATION_MAX));
    sentences.add(
        language.sentence(
            language.say("inside", speech.home()), speech.done(node, facts.subject().role())));
    List<String> verbs = verbs(node);
    if (!verbs.isEmpty()) {
      sentences.add(language.tell("it", language.all(verbs)));
    }
    sentences.addAll(more);
    if (!facts.subject().isDescribed()) {
      sentences.addAll(ofProcess());
    }
    facts.notes().stream().limit(1).map(note -> speech.note(note.text())).forEach(sentences::add);
    return sentences;
  }

  private List<String> verbs(Node node) {
    String lane = node.isHuman() || node.isSub() ? "" : node.lane();
    return Stream.of(
            verb("it.belongsTo", lane.isEmpty() ? "" : speech.language().quote(lane)),
            verb("it.follows", named(speech.facts().incoming())),
            verb("it.leadsTo", named(speech.facts().outgoing())))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> verb(String key, String what) {
    return what.isEmpty() ? List.of() : List.of(speech.language().say(key, what));
  }

  private String named(List<Way> ways) {
    return speech
        .language()
        .any(
            speech
                .facts()
                .others(ways)
                .filter(other -> !other.name().isEmpty())
                .map(speech::place)
                .distinct()
                .toList());
  }

  /// Of a task about which nothing is written, its process is all that can be told: what that is
  /// for, else how it starts and how it can end.
  private List<String> ofProcess() {
    Facts.Home home = speech.facts().home();
    Language language = speech.language();
    List<String> said = Names.sentences(home.documentation(), 1);
    if (!said.isEmpty()) {
      return List.of(language.tell("ofProcess", language.quote(said.getFirst())));
    }
    List<String> verbs =
        Stream.of(
                verb("ofProcess.starts", language.any(speech.starts(home.starts()))),
                verb("ofProcess.ends", language.any(speech.ends(home.ends()))))
            .flatMap(List::stream)
            .toList();
    return verbs.isEmpty()
        ? List.of()
        : List.of(language.tell("ofProcess.verbs", language.all(verbs)));
  }
}

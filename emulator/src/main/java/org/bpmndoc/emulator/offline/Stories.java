package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.emulator.offline.Node.Way;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// User stories: one for what a person does, where the model names a role.
final class Stories {

  private static final int STORIES_MAX = 6;
  private static final int CRITERIA_MAX = 4;

  /// No role, whatever a lane is called.
  private static final Set<String> SYSTEM = Set.of("system", "the system", "systemet");

  private final Facts facts;
  private final Speech speech;
  private final Phrases phrases;

  Stories(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.phrases = speech.phrases();
  }

  /// For a process: each role gets its first story before any gets a second.
  List<ObjectNode> ofFlow() {
    List<Node> candidates =
        facts.flow().stream()
            .filter(node -> node.isHuman() && !node.name().isEmpty() && isRole(facts.roleOf(node)))
            .toList();
    Set<Node> chosen = new LinkedHashSet<>();
    Set<String> roles = new HashSet<>();
    candidates.stream().filter(node -> roles.add(facts.roleOf(node))).forEach(chosen::add);
    chosen.addAll(candidates);
    List<Node> kept = chosen.stream().limit(STORIES_MAX).toList();
    return candidates.stream()
        .filter(kept::contains)
        .map(node ->
            story(
                node,
                facts.roleOf(node),
                facts.before(node),
                node.next(),
                facts.flow().stream()
                    .filter(event -> event.attachedTo().equals(node.alias()))
                    .toList()))
        .toList();
  }

  /// For the subject itself, a task.
  List<ObjectNode> ofSubject() {
    Node node = facts.subject().node();
    boolean told = node.isHuman() && !node.name().isEmpty();
    if (!told || !isRole(facts.subject().role())) {
      return List.of();
    }
    List<Node> before =
        facts.incoming().stream()
            .flatMap(way -> facts.node(way.other()).stream())
            .filter(from -> !from.isGateway())
            .toList();
    return List.of(story(node, facts.subject().role(), before, facts.outgoing(), facts.boundary()));
  }

  private static boolean isRole(String role) {
    return !role.isEmpty() && !SYSTEM.contains(role.toLowerCase(Locale.ROOT));
  }

  private ObjectNode story(
      Node node, String role, List<Node> before, List<Way> next, List<Node> boundary) {
    String task = speech.spoken(node);
    List<String> criteria = new ArrayList<>();
    if (before.size() == 1 && !before.getFirst().name().isEmpty()) {
      String name = speech.spoken(before.getFirst());
      criteria.add(
          before.getFirst().isActivity()
              ? phrases.possibleAfter(task, name)
              : phrases.possibleOnce(task, name));
    }
    List<String> required =
        facts.subject().form().stream()
            .filter(Facts.Field::required)
            .map(Facts.Field::name)
            .filter(name -> !name.isEmpty())
            .toList();
    if (!required.isEmpty()) {
      criteria.add(phrases.mustFill(speech.quoted(required)));
    }
    if (next.size() == 1) {
      speech
          .following(node, next.getFirst())
          .map(clause -> phrases.sentence(phrases.whenDone(task), clause))
          .ifPresent(criteria::add);
    }
    for (Node event : boundary) {
      event.next().stream()
          .flatMap(way -> speech.following(event, way).stream())
          .map(clause -> phrases.sentence(phrases.meanwhile(speech.happens(event)), clause))
          .forEach(criteria::add);
    }
    if (criteria.isEmpty()) {
      criteria.add(phrases.sentence("", phrases.work(node.type(), List.of(task), role)));
    }
    ObjectNode story = Items.object("role", role, "goal", phrases.goal(task), "value", value(next));
    ArrayNode list = story.putArray("acceptanceCriteria");
    criteria.stream().limit(CRITERIA_MAX).forEach(list::add);
    return story;
  }

  private String value(List<Way> next) {
    Optional<Node> target = next.size() == 1 ? speech.beyond(next.getFirst()) : Optional.empty();
    if (target.isEmpty() || target.get().is("endEvent")) {
      return next.size() > 1
          ? phrases.canFollow(
              phrases.any(
                  speech.spoken(
                      next.stream().flatMap(way -> speech.beyond(way).stream()).toList())))
          : phrases.canEnd();
    }
    Node node = target.get();
    return node.decides() && !node.name().isEmpty()
        ? phrases.canBeDecided(speech.spoken(node))
        : node.isGateway() && !node.next().isEmpty()
            ? phrases.canFollow(phrases.any(speech.spoken(speech.targets(node))))
            : phrases.canFollow(speech.spoken(node));
  }
}

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

/// User stories: one for what a person does, where the model names a role and says what it is good
/// for and when it is done.
final class Stories {

  private static final int STORIES_MAX = 6;
  private static final int CRITERIA_MAX = 4;

  /// No role, whatever a lane is called.
  private static final Set<String> SYSTEM = Set.of("system", "the system", "systemet");

  private final Facts facts;
  private final Speech speech;
  private final Language language;
  private final Onward onward;

  Stories(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.language = speech.language();
    this.onward = new Onward(speech);
  }

  /// For a process: each role gets its first story before any gets a second.
  List<ObjectNode> ofFlow() {
    List<Node> candidates =
        facts.flow().stream()
            .filter(node -> node.isHuman() && !node.name().isEmpty() && isRole(facts.roleOf(node)))
            .filter(node -> !node.next().isEmpty())
            .toList();
    Set<Node> chosen = new LinkedHashSet<>();
    Set<String> roles = new HashSet<>();
    candidates.stream().filter(node -> roles.add(facts.roleOf(node))).forEach(chosen::add);
    chosen.addAll(candidates);
    List<Node> kept = chosen.stream().limit(STORIES_MAX).toList();
    return candidates.stream().filter(kept::contains).map(this::inFlow).toList();
  }

  private ObjectNode inFlow(Node node) {
    return story(
        node,
        facts.roleOf(node),
        new Entries(speech).precise(node),
        node.next(),
        facts.flow().stream().filter(event -> event.attachedTo().equals(node.alias())).toList());
  }

  /// For the subject itself, a task.
  List<ObjectNode> ofSubject() {
    Node node = facts.subject().node();
    String role = facts.subject().role();
    if (!node.isHuman() || node.name().isEmpty() || !isRole(role) || facts.outgoing().isEmpty()) {
      return List.of();
    }
    String lead = new Entries(speech).ofSubject().lead();
    return List.of(story(node, role, lead, facts.outgoing(), facts.boundary()));
  }

  private static boolean isRole(String role) {
    return !role.isEmpty() && !SYSTEM.contains(role.toLowerCase(Locale.ROOT));
  }

  private ObjectNode story(
      Node node, String role, String lead, List<Way> next, List<Node> boundary) {
    String task = speech.spoken(node);
    List<String> criteria = new ArrayList<>();
    if (!lead.isEmpty()) {
      criteria.add(language.sentence("", language.clause("due", task, lead)));
    }
    List<String> required =
        facts.subject().form().stream()
            .filter(Facts.Field::required)
            .map(Facts.Field::name)
            .filter(name -> !name.isEmpty())
            .toList();
    if (!required.isEmpty()) {
      criteria.add(language.tell("mustFill", language.all(language.quoted(required))));
    }
    for (Way way : next) {
      String own = speech.decisions().lead(node, way);
      String done = language.say("whenDone", task);
      onward
          .following(node, way)
          .map(clause ->
              language.sentence(own.isEmpty() ? done : language.all(List.of(done, own)), clause))
          .ifPresent(criteria::add);
    }
    for (Node event : boundary) {
      String during = language.say("when", speech.events().during(task, event));
      event.next().stream()
          .flatMap(way -> onward.following(event, way).stream())
          .map(clause -> language.sentence(during, clause))
          .forEach(criteria::add);
    }
    ObjectNode story =
        Items.object("role", role, "goal", language.say("goal", task), "value", value(next));
    ArrayNode list = story.putArray("acceptanceCriteria");
    criteria.stream().limit(CRITERIA_MAX).forEach(list::add);
    return story;
  }

  private String value(List<Way> next) {
    Optional<Node> only = next.size() == 1 ? onward.beyond(next.getFirst()) : Optional.empty();
    if (only.isEmpty()) {
      return language.say("value.next", language.any(speech.spoken(targets(next))));
    }
    Node node = only.get();
    if (node.is("endEvent")) {
      return node.isSilent()
          ? language.say("value.end", speech.whole())
          : language.say("value.end.named", speech.whole(), speech.spoken(node));
    }
    if (node.decides() && !node.name().isEmpty()) {
      return speech.decisions().canBeMade(node);
    }
    List<String> targets = node.isGateway() ? onward.spokenTargets(node) : List.of();
    return !targets.isEmpty()
        ? language.say("value.next", language.any(targets))
        : node.isGateway() && node.name().isEmpty()
            ? language.say("value.on", speech.whole())
            : language.say("value.next", speech.spoken(node));
  }

  private List<Node> targets(List<Way> ways) {
    return ways.stream().flatMap(way -> onward.beyond(way).stream()).toList();
  }
}

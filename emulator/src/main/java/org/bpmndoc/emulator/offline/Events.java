package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Set;
import org.bpmndoc.emulator.offline.Node.Trigger;

/// Speaks of events: what they wait for, what they raise, what they are called.
record Events(Language language) {

  private static final Set<String> WITH_NOUNS =
      Set.of("message", "signal", "error", "escalation", "conditional", "timer", "link");
  private static final Set<String> WITHOUT_NOUNS = Set.of("compensate", "cancel", "terminate");

  /// What an event without a name is about, "the message “Order”"; empty where the model does not
  /// say.
  String noun(Node event) {
    return event.triggers().stream()
        .filter(trigger -> WITH_NOUNS.contains(trigger.kind()))
        .map(trigger -> noun(event, trigger))
        .findFirst()
        .orElse("");
  }

  private String noun(Node event, Trigger trigger) {
    String key = "noun." + (WITH_NOUNS.contains(trigger.kind()) ? trigger.kind() : "event");
    String noun =
        trigger
            .duration()
            .map(time -> language.say("noun.timer.duration", time.spoken(language)))
            .orElseGet(() -> {
              String name = nameOf(event, trigger);
              return name.isEmpty()
                  ? language.say(key + ".bare")
                  : language.say(key, language.quote(name));
            });
    return trigger.pool().isEmpty()
        ? noun
        : language.say(event.raises() ? "to" : "from", noun, language.quote(trigger.pool()));
  }

  /// A timer has no other name than that of its event.
  private static String nameOf(Node event, Trigger trigger) {
    return trigger.detail().isEmpty() && trigger.kind().equals("timer")
        ? event.name()
        : trigger.detail();
  }

  /// What triggers an event, as a clause that can stand after "if": "2 days have passed".
  String trigger(Node event) {
    return language.any(
        event.triggers().stream().map(trigger -> trigger(event, trigger)).distinct().toList());
  }

  private String trigger(Node event, Trigger trigger) {
    if (WITHOUT_NOUNS.contains(trigger.kind())) {
      return language.say("trigger." + trigger.kind());
    }
    String key = "trigger." + (WITH_NOUNS.contains(trigger.kind()) ? trigger.kind() : "event");
    return trigger
        .duration()
        .map(time ->
            language.say(Language.counted("trigger.passed", time.count()), time.spoken(language)))
        .orElseGet(() -> language.say(key, noun(event, trigger)));
  }

  /// The same together with the name of the event, as far as it says more.
  String happens(Node event) {
    String trigger = trigger(event);
    if (trigger.isEmpty()) {
      return event.name().isEmpty()
          ? language.say("occurs.unnamed")
          : language.say("occurs", language.quote(event.name()));
    }
    return hasNameOfItsOwn(event)
        ? language.say("named", language.quote(event.name()), trigger)
        : trigger;
  }

  private static boolean hasNameOfItsOwn(Node event) {
    return !event.name().isEmpty()
        && event.triggers().stream()
            .noneMatch(trigger ->
                nameOf(event, trigger).equalsIgnoreCase(event.name())
                    || trigger.duration().filter(time -> time.isSaidBy(event.name())).isPresent());
  }

  /// What happens at an activity while that is under way.
  String during(String activity, Node event) {
    if (event.is("boundaryEvent") && event.isCompensation()) {
      return language.say("during.compensate", activity);
    }
    boolean timer = event.triggers().stream().anyMatch(trigger -> trigger.kind().equals("timer"));
    return language.say(timer ? "during.timer" : "during", activity, happens(event));
  }

  /// How something starts: "with “Order received” when the message “Order” arrives".
  String start(Node event) {
    String trigger = trigger(event);
    if (trigger.isEmpty()) {
      return language.say("start.name", language.quote(event.name()));
    }
    return hasNameOfItsOwn(event)
        ? language.say("start.both", language.quote(event.name()), trigger)
        : language.say("when", trigger);
  }

  /// What stands on the way: an event that is waited for, or one that is raised.
  Clause onTheWay(Node event) {
    if (event.raises()) {
      Trigger raised = event.triggers().stream().findFirst().orElse(new Trigger("", "", ""));
      String key =
          List.of("message", "signal", "escalation", "compensate", "link").contains(raised.kind())
              ? raised.kind()
              : "other";
      String noun = noun(event);
      return event.name().isEmpty()
          ? language.clause("raised." + key, noun.isEmpty() ? language.unnamed(event.type()) : noun)
          : language.clause("raises." + key, language.quote(event.name()), noun);
    }
    return event.triggers().isEmpty()
        ? language.clause(
            "waits",
            event.name().isEmpty() ? language.unnamed(event.type()) : language.quote(event.name()))
        : language.clause("waits.until", happens(event));
  }
}

package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One language: what its templates say, and the little grammar that those need.
///
/// Names come quoted, lists come joined. A lead is what stands before a clause ("if …",
/// "afterwards"); it begins small and may be empty.
final class Language {

  private static final int SOME = 6;

  private final Templates templates;
  private final WordOrder order;

  private Language(String resource, WordOrder order) {
    this.templates = new Templates(resource);
    this.order = order;
  }

  static Language english() {
    return new Language("english.properties", WordOrder.SUBJECT_FIRST);
  }

  static Language swedish() {
    return new Language("swedish.properties", WordOrder.VERB_SECOND);
  }

  /// What stands under a key, with these names in it.
  String say(String key, String... names) {
    return templates.filled(key, names);
  }

  /// The same as a sentence of its own.
  String tell(String key, String... names) {
    return capital(say(key, names));
  }

  Clause clause(String key, String... names) {
    List<String> parts = templates.parts(key, names);
    return new Clause(parts.get(0), parts.get(1), parts.get(2));
  }

  /// The key for one or for several.
  static String counted(String key, int count) {
    return key + (count == 1 ? ".one" : ".many");
  }

  String quote(String name) {
    return say("quote", name);
  }

  List<String> quoted(List<String> names) {
    return names.stream().distinct().map(this::quote).toList();
  }

  String all(List<String> items) {
    return joined(items, say("and"));
  }

  String any(List<String> items) {
    return joined(items, say("or"));
  }

  private static String joined(List<String> items, String last) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1))
            + " "
            + last
            + " "
            + items.getLast();
  }

  /// The first few; `key` says how many more there are.
  List<String> some(List<String> items, String key) {
    int more = items.size() - SOME;
    return more <= 0
        ? items
        : Stream.concat(
                items.stream().limit(SOME),
                Stream.of(say(counted(key, more), String.valueOf(more))))
            .toList();
  }

  String phrase(String lead, Clause clause) {
    return lead.isEmpty() ? clause.straight() : order.after(lead, clause);
  }

  String sentence(String lead, Clause clause) {
    return capital(phrase(lead, clause)) + ".";
  }

  /// Two clauses in one sentence; the lead counts for both.
  String sentence(String lead, Clause first, Clause second) {
    return capital(phrase(lead, first)) + " " + say("and") + " " + second.straight() + ".";
  }

  /// A sentence, and what its model says about it in quotation marks.
  String explained(String sentence, String said) {
    return sentence.replaceFirst("\\.$", ": ") + quote(said);
  }

  String word(Word word) {
    return say("word." + word.name().toLowerCase(Locale.ROOT));
  }

  /// What something of a type without a name is called: "a user task without a name".
  String unnamed(String bpmnType) {
    String key = "type." + (bpmnType.endsWith("Gateway") ? "gateway" : bpmnType);
    String type = say(templates.keys().contains(key) ? key : "type.other");
    return bpmnType.endsWith("Gateway") ? type : say("unnamed", type);
  }

  static String capital(String text) {
    int first = text.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + text.substring(Character.charCount(first));
  }
}

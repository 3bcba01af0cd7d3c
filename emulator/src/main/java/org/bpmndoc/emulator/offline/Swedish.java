package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Swedish.
final class Swedish implements Phrases {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("task", "en aktivitet"),
          Map.entry("userTask", "en användaraktivitet"),
          Map.entry("serviceTask", "en tjänsteaktivitet"),
          Map.entry("sendTask", "en sändaktivitet"),
          Map.entry("receiveTask", "en mottagningsaktivitet"),
          Map.entry("scriptTask", "en skriptaktivitet"),
          Map.entry("manualTask", "en manuell aktivitet"),
          Map.entry("businessRuleTask", "en affärsregelaktivitet"),
          Map.entry("callActivity", "en anropsaktivitet"),
          Map.entry("subProcess", "en delprocess"),
          Map.entry("transaction", "en transaktion"),
          Map.entry("adHocSubProcess", "en ad hoc-delprocess"),
          Map.entry("process", "en process"),
          Map.entry("startEvent", "en starthändelse"),
          Map.entry("endEvent", "en sluthändelse"),
          Map.entry("boundaryEvent", "en kanthändelse"),
          Map.entry("intermediateCatchEvent", "en mellanhändelse"),
          Map.entry("intermediateThrowEvent", "en mellanhändelse"));

  private static final Map<Word, String> WORDS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Word.DATA, "data"),
              Map.entry(Word.DECISION, "beslut"),
              Map.entry(Word.EVENT, "händelse"),
              Map.entry(Word.FORM, "formulär"),
              Map.entry(Word.GATEWAY, "vägval"),
              Map.entry(Word.MESSAGE, "meddelande"),
              Map.entry(Word.PROCESS, "process"),
              Map.entry(Word.RESULT, "resultat"),
              Map.entry(Word.ROLE, "roll"),
              Map.entry(Word.RULE, "regel"),
              Map.entry(Word.SIGNAL, "signal"),
              Map.entry(Word.SYSTEM, "system"),
              Map.entry(Word.TASK, "aktivitet")));

  /// Singular and plural.
  private static final Map<Character, List<String>> UNITS =
      Map.of(
          'W', List.of("vecka", "veckor"),
          'D', List.of("dygn", "dygn"),
          'H', List.of("timme", "timmar"),
          'M', List.of("minut", "minuter"),
          'S', List.of("sekund", "sekunder"));

  private final Templates templates = new Templates("swedish.properties");

  @Override
  public String say(String key, String... names) {
    return templates.filled(key, names);
  }

  @Override
  public String word(Word word) {
    return WORDS.getOrDefault(word, "");
  }

  @Override
  public String all(List<String> items) {
    return joined(items, " och ");
  }

  @Override
  public String any(List<String> items) {
    return joined(items, " eller ");
  }

  private static String joined(List<String> items, String last) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + last + items.getLast();
  }

  @Override
  public String typeOf(String type) {
    return type.endsWith("Gateway") ? "ett vägval" : TYPES.getOrDefault(type, "ett element");
  }

  @Override
  public String unnamed(String type) {
    return type.endsWith("Gateway") ? "ett vägval" : typeOf(type) + " utan namn";
  }

  @Override
  public String noun(Node.Trigger trigger) {
    boolean bare = trigger.detail().isEmpty();
    String name = bare ? "" : " " + quote(trigger.detail());
    return switch (trigger.kind()) {
      case "message" -> (bare ? "ett meddelande" : "meddelandet") + name;
      case "signal" -> (bare ? "en signal" : "signalen") + name;
      case "error" -> (bare ? "ett fel" : "felet") + name;
      case "escalation" -> (bare ? "en eskalering" : "eskaleringen") + name;
      case "conditional" -> (bare ? "ett villkor" : "villkoret") + name;
      case "timer" ->
          Durations.spoken(trigger.detail(), this)
              .map(time -> "timern på " + time)
              .orElse((bare ? "en timer" : "timern") + name);
      default -> "";
    };
  }

  @Override
  public String scope(boolean process, String name) {
    String kind = process ? "processen" : "delprocessen";
    return name.isEmpty() ? kind : kind + " " + quote(name);
  }

  /// The verb comes second, whatever stands first.
  @Override
  public String sentence(String lead, Clause clause) {
    String rest = clause.rest().isEmpty() ? "" : " " + clause.rest();
    String text =
        lead.isEmpty()
            ? clause.subject() + " " + clause.verb()
            : lead + " " + clause.verb() + " " + clause.subject();
    return Templates.capital(text + rest + ".");
  }

  @Override
  public Clause work(String type, List<String> names, String role) {
    String all = all(names);
    boolean one = names.size() == 1;
    return switch (type) {
      case "serviceTask", "scriptTask" -> new Clause(all, "körs", "automatiskt");
      case "sendTask" -> new Clause(all, "skickar", one ? "ett meddelande" : "meddelanden");
      case "receiveTask" -> new Clause(all, "väntar", one ? "på ett meddelande" : "på meddelanden");
      case "businessRuleTask" -> new Clause((one ? "regeln " : "reglerna ") + all, "tillämpas", "");
      case "subProcess", "transaction", "adHocSubProcess" ->
          done((one ? "delprocessen " : "delprocesserna ") + all, role, "");
      case "manualTask" -> done(all, role, "för hand");
      case "userTask" -> done(all, role, role.isEmpty() ? "av en person" : "");
      default -> done(all, role, "");
    };
  }

  private Clause done(String what, String role, String how) {
    return role.isEmpty()
        ? new Clause(what, "utförs", how)
        : new Clause(quote(role), "utför", what + (how.isEmpty() ? "" : " " + how));
  }

  @Override
  public Clause call(String name, Node.Called called) {
    return new Clause(
        name,
        "anropar",
        switch (called) {
          case Node.Called.Linked linked -> "processen " + quote(linked.process());
          case Node.Called.Outside outside -> quote(outside.target()) + ", som inte beskrivs här";
          case Node.Called.Unnamed _ -> "en process som modellen inte namnger";
        });
  }

  @Override
  public Clause waits(String name, String trigger) {
    return trigger.isEmpty()
        ? new Clause("flödet", "väntar", "på " + name)
        : new Clause(
            "flödet", "väntar", (name.isEmpty() ? "" : "vid " + name + " ") + "tills " + trigger);
  }

  @Override
  public Clause raises(String name, Node.Trigger trigger) {
    String detail = trigger.detail().isEmpty() ? "" : " " + quote(trigger.detail());
    boolean bare = detail.isEmpty();
    return switch (trigger.kind()) {
      case "message" ->
          new Clause(name, "skickar", (bare ? "ett meddelande" : "meddelandet") + detail);
      case "signal" -> new Clause(name, "sänder", (bare ? "en signal" : "signalen") + detail);
      case "escalation" ->
          new Clause(name, "väcker", (bare ? "en eskalering" : "eskaleringen") + detail);
      case "compensate" -> new Clause(name, "begär", "att det som gjorts ska göras ogjort");
      case "link" -> new Clause(name, "leder vidare", "till ett annat ställe i processen");
      default -> new Clause(name, "nås", "");
    };
  }

  @Override
  public Clause sideBySide(List<String> names) {
    return new Clause(all(names), "pågår", "sida vid sida");
  }

  @Override
  public Clause follows(String name) {
    return new Clause(name, "följer", "");
  }

  @Override
  public Clause decided(String question) {
    return new Clause(question, "avgörs", "");
  }

  @Override
  public Clause goesBack(String name) {
    return new Clause("flödet", "går", "tillbaka till " + name);
  }

  @Override
  public Clause ends(String name) {
    return new Clause("flödet", "slutar", name.isEmpty() ? "" : "med " + name);
  }

  @Override
  public Clause comesHere() {
    return new Clause("flödet", "kommer", "hit");
  }

  @Override
  public Clause leadsHere(String name) {
    return new Clause(name, "leder", "hit");
  }

  @Override
  public Clause goesOn() {
    return new Clause("flödet", "går", "vidare");
  }

  @Override
  public Clause comesFirst(String name, String scope) {
    return new Clause(name, "kommer", "först i " + scope);
  }

  @Override
  public Clause isInterrupted(String name) {
    return new Clause(name, "avbryts", "");
  }

  @Override
  public String trigger(Node.Trigger trigger) {
    String detail = trigger.detail();
    boolean bare = detail.isEmpty();
    String name = bare ? "" : " " + quote(detail);
    return switch (trigger.kind()) {
      case "message" -> (bare ? "ett meddelande" : "meddelandet") + name + " kommer";
      case "timer" ->
          Durations.spoken(detail, this)
              .map(time -> time + " har gått")
              .orElse((bare ? "en timer" : "timern") + name + " löper ut");
      case "error" -> (bare ? "ett fel" : "felet") + name + " uppstår";
      case "escalation" -> (bare ? "en eskalering" : "eskaleringen") + name + " väcks";
      case "signal" -> (bare ? "en signal" : "signalen") + name + " tas emot";
      case "conditional" -> (bare ? "ett villkor" : "villkoret") + name + " blir sant";
      case "compensate" -> "det som gjorts ska göras ogjort";
      case "cancel" -> "transaktionen avbryts";
      case "terminate" -> "allt avslutas på en gång";
      case "link" -> (bare ? "en länk" : "länken") + name + " leder hit";
      default -> (bare ? "en händelse" : "händelsen") + name + " inträffar";
    };
  }

  @Override
  public String occurs(String name) {
    return name.isEmpty()
        ? "något inträffar som modellen inte namnger"
        : quote(name) + " inträffar";
  }

  @Override
  public String duration(int count, char unit) {
    return count + " " + UNITS.getOrDefault(unit, List.of("", "")).get(count == 1 ? 0 : 1);
  }

  @Override
  public String named(String name, String trigger) {
    return name.isEmpty() ? trigger : trigger + " (" + quote(name) + ")";
  }

  @Override
  public String ifAnswer(String question, String answer) {
    return question.endsWith("?")
        ? "Om svaret på " + quote(question) + " är " + quote(answer)
        : "Om " + quote(question) + " ger " + quote(answer);
  }

  @Override
  public String otherwise(String question) {
    return question.isEmpty()
        ? "Annars"
        : question.endsWith("?")
            ? "Utan annat svar på " + quote(question)
            : "Om " + quote(question) + " inte ger något annat";
  }

  @Override
  public String onOneWay(String question) {
    return question.isEmpty() ? "På en av vägarna" : "På en av vägarna från " + quote(question);
  }

  @Override
  public String starts(String scope, List<String> starts) {
    return Templates.capital(scope + " startar " + any(starts) + ".").replace(" .", ".");
  }

  @Override
  public String start(String name, String trigger) {
    return name.isEmpty()
        ? "när " + trigger
        : "med " + quote(name) + (trigger.isEmpty() ? "" : " när " + trigger);
  }

  @Override
  public String takePart(List<String> roles) {
    return all(roles) + " deltar.";
  }

  @Override
  public String contains(int activities, int decisions) {
    String work = activities == 1 ? "1 aktivitet" : activities + " aktiviteter";
    return "Den består av " + work + (decisions == 0 ? "." : " och " + decisions + " beslut.");
  }

  @Override
  public String comprises(String scope, List<String> activities, int more) {
    List<String> parts = new ArrayList<>(activities);
    if (more > 0) {
      parts.add(more == 1 ? "1 aktivitet till" : more + " aktiviteter till");
    }
    return Templates.capital(scope + " omfattar " + all(parts) + ".");
  }

  @Override
  public String isA(String name, String type, String within, String role) {
    String by = role.isEmpty() ? "" : ", hos " + quote(role);
    return Templates.capital(name + " är " + typeOf(type) + " i " + within + by + ".");
  }

  @Override
  public String between(Optional<String> before, Optional<String> after) {
    return before.map(name -> "Den kommer efter " + name).orElse("Den")
        + (before.isPresent() && after.isPresent() ? " och" : "")
        + after.map(name -> " leder till " + name).orElse("")
        + ".";
  }

  @Override
  public String loop(Node.Loop loop) {
    boolean bare = loop.detail().isEmpty();
    String detail = quote(loop.detail());
    String often =
        bare ? "Den utförs flera gånger" : "Den utförs en gång för var och en av " + detail;
    return switch (loop.kind()) {
      case REPEATED -> bare ? "Den upprepas." : "Den upprepas enligt " + detail + ".";
      case PARALLEL -> often + ", alla samtidigt.";
      case SEQUENTIAL -> often + ", en i taget.";
    };
  }

  @Override
  public String note(String text) {
    return "En anteckning i modellen säger: " + quote(text) + (text.matches(".*[.!?…]") ? "" : ".");
  }

  @Override
  public String whichWayAfter(Optional<String> name) {
    return name.map(after -> "Vilken väg tas efter " + after + "?").orElse("Vilken väg tas?");
  }

  @Override
  public String fills(String role, List<String> fields) {
    return role.isEmpty()
        ? "Formuläret har fälten " + all(fields) + "."
        : quote(role) + " ser ett formulär med fälten " + all(fields) + ".";
  }

  @Override
  public String callsIt(List<String> callers) {
    return Templates.capital(all(callers)) + " anropar den.";
  }

  @Override
  public String waitsForIt(List<String> names) {
    return Templates.capital(all(names)) + " väntar på det.";
  }

  @Override
  public String sendsIt(List<String> names) {
    return Templates.capital(all(names)) + " skickar det.";
  }

  @Override
  public String howDecided(String question, List<String> ways) {
    String at = question.isEmpty() ? "" : " vid " + question;
    return "Hur avgörs det" + at + " om " + any(ways) + " följer?";
  }

  @Override
  public String whatDoesCallDo(String name, Node.Called called) {
    return switch (called) {
      case Node.Called.Linked linked ->
          "Vad gör processen " + quote(linked.process()) + " för " + name + "?";
      case Node.Called.Outside outside ->
          "Vad gör "
              + quote(outside.target())
              + ", som "
              + name
              + " anropar? Det beskrivs inte här.";
      case Node.Called.Unnamed _ -> "Vilken process anropar " + name + "?";
    };
  }

  @Override
  public String whatIsUnnamed(int count) {
    return count == 1
        ? "Vad är det element till för som modellen inte ger något namn?"
        : "Vad är de " + count + " element till för som modellen inte ger några namn?";
  }
}

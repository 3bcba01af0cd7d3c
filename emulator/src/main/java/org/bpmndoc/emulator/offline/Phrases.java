package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Optional;

/// All that drafts say in one language. Names come quoted, lists come joined, sentences come ended.
///
/// What needs no grammar is a template under the method's name, in a file of the language; what
/// does is a method of its class.
interface Phrases {

  /// One word for what something is, as `kind` in documents.
  enum Word {
    DATA,
    DECISION,
    EVENT,
    FORM,
    GATEWAY,
    MESSAGE,
    PROCESS,
    RESULT,
    ROLE,
    RULE,
    SIGNAL,
    SYSTEM,
    TASK
  }

  /// What stands under a key among the templates of the language, with these names in it.
  String say(String key, String... names);

  String word(Word word);

  default String quote(String name) {
    return say("quote", name);
  }

  /// Joined by "and".
  String all(List<String> items);

  /// Joined by "or".
  String any(List<String> items);

  /// What a node is, with its article: "a user task".
  String typeOf(String type);

  /// "a user task without a name"; a gateway is often without one, which need not be said.
  String unnamed(String type);

  /// What an event without a name is about, "the message “Order”"; empty where that says nothing.
  String noun(Node.Trigger trigger);

  /// "the sub-process “Pack” of the process “Order”".
  default String part(String scope, String whole) {
    return say("part", scope, whole);
  }

  /// "the process “Order”", "the sub-process “Pack”", or "the process" where it has no name.
  String scope(boolean process, String name);

  /// `lead` stands before the clause and may be empty.
  String sentence(String lead, Clause clause);

  // What nodes do.

  /// Tasks of one type that are done by `role`, which may be empty.
  Clause work(String type, List<String> names, String role);

  Clause call(String name, Node.Called called);

  /// Either may be empty, but not both.
  Clause waits(String name, String trigger);

  Clause raises(String name, Node.Trigger trigger);

  Clause sideBySide(List<String> names);

  Clause follows(String name);

  Clause decided(String question);

  Clause goesBack(String name);

  Clause ends(String name);

  Clause comesHere();

  Clause leadsHere(String name);

  /// Something follows, but what that is lies beyond the facts.
  Clause goesOn();

  Clause comesFirst(String name, String scope);

  Clause isInterrupted(String name);

  /// What triggers an event, as a clause that can stand after "if": "2 days have passed".
  String trigger(Node.Trigger trigger);

  /// The same where the model says nothing but perhaps a name.
  String occurs(String name);

  /// "2 days", for `unit` one of the letters of ISO 8601: W, D, H, M, S.
  String duration(int count, char unit);

  /// An event together with what triggers it.
  String named(String name, String trigger);

  /// What happens while something is under way, as a clause that can stand after "when".
  default String during(String name, String trigger) {
    return say("during", name, trigger);
  }

  // What stands before a clause.

  String ifAnswer(String question, String answer);

  default String ifHolds(String condition) {
    return say("ifHolds", quote(condition));
  }

  /// `question` may be empty.
  String otherwise(String question);

  String onOneWay(String question);

  default String onSomeWays() {
    return say("onSomeWays");
  }

  default String whenHappens(String trigger) {
    return say("whenHappens", trigger);
  }

  default String meanwhile(String trigger) {
    return say("meanwhile", trigger);
  }

  default String afterwards() {
    return say("afterwards");
  }

  // Summaries.

  default String startsAndEnds(String scope, List<String> starts, List<String> ends) {
    return say("startsAndEnds", scope, any(starts), any(ends));
  }

  String starts(String scope, List<String> starts);

  default String endsOnly(String scope, List<String> ends) {
    return say("endsOnly", scope, any(ends));
  }

  /// How a start is spoken of: its name, what triggers it; either may be empty.
  String start(String name, String trigger);

  String takePart(List<String> roles);

  String contains(int activities, int decisions);

  /// `more` is how many activities there are besides those named.
  String comprises(String scope, List<String> activities, int more);

  default String isEmpty(String scope) {
    return say("isEmpty", scope);
  }

  /// "“Check” is a user task in the process “Order”, carried out by “Clerk”."
  String isA(String name, String type, String within, String role);

  String between(Optional<String> before, Optional<String> after);

  String loop(Node.Loop loop);

  String note(String text);

  default String shortened() {
    return say("shortened");
  }

  // Decisions and exceptions.

  String whichWayAfter(Optional<String> name);

  default String whatHappensFirst() {
    return say("whatHappensFirst");
  }

  default String otherwiseAlone() {
    return say("otherwiseAlone");
  }

  default String notStated() {
    return say("notStated");
  }

  default String goesOn(String name) {
    return say("goesOn", name);
  }

  default String nothingShown() {
    return say("nothingShown");
  }

  default String wholeTime(String scope, String trigger) {
    return say("wholeTime", scope, trigger);
  }

  // Data.

  default String reads(List<String> names) {
    return say("reads", all(names));
  }

  default String writes(List<String> names) {
    return say("writes", all(names));
  }

  default String inputs(List<String> names) {
    return say("inputs", all(names));
  }

  default String outputs(List<String> names) {
    return say("outputs", all(names));
  }

  default String formShown(String name) {
    return say("formShown", quote(name));
  }

  String fills(String role, List<String> fields);

  default String mustFill(List<String> fields) {
    return say("mustFill", all(fields));
  }

  default String boundTo(String name) {
    return say("boundTo", quote(name));
  }

  // User stories.

  default String goal(String task) {
    return say("goal", task);
  }

  default String canFollow(String name) {
    return say("canFollow", name);
  }

  default String canEnd() {
    return say("canEnd");
  }

  default String possibleAfter(String task, String before) {
    return say("possibleAfter", task, before);
  }

  default String possibleOnce(String task, String event) {
    return say("possibleOnce", task, event);
  }

  default String whenDone(String task) {
    return say("whenDone", task);
  }

  default String canBeDecided(String question) {
    return say("canBeDecided", question);
  }

  // Dependencies.

  String callsIt(List<String> callers);

  String waitsForIt(List<String> names);

  String sendsIt(List<String> names);

  default String appliesIt() {
    return say("appliesIt");
  }

  default String holdsIt(String scope) {
    return say("holdsIt", scope);
  }

  default String carriesOutIt(List<String> names) {
    return say("carriesOutIt", all(names));
  }

  default String comesBefore(String name) {
    return say("comesBefore", name);
  }

  default String comesAfter(String name) {
    return say("comesAfter", name);
  }

  default String readsIt(String name) {
    return say("readsIt", name);
  }

  default String runsIn(String name) {
    return say("runsIn", name);
  }

  default String shownAt(String name) {
    return say("shownAt", name);
  }

  // Rules.

  default String decidesBy(String name, List<String> inputs) {
    return say("decidesBy", name, all(inputs));
  }

  default String usedFor(String question) {
    return say("usedFor", question);
  }

  default String atHandWhen(String question) {
    return say("atHandWhen", question);
  }

  default String decidesFor(String name) {
    return say("decidesFor", name);
  }

  default String resultOf(String name) {
    return say("resultOf", name);
  }

  default String dataOfProcess() {
    return say("dataOfProcess");
  }

  default String givenToTask() {
    return say("givenToTask");
  }

  // Open questions.

  default String purposeOf(String name) {
    return say("purposeOf", name);
  }

  /// `question` may be empty.
  String howDecided(String question, List<String> ways);

  String whatDoesCallDo(String name, Node.Called called);

  default String whoCarriesOut(List<String> names) {
    return say("whoCarriesOut", all(names));
  }

  String whatIsUnnamed(int count);

  default String whatStarts(String scope) {
    return say("whatStarts", scope);
  }

  default String howEnds(String scope) {
    return say("howEnds", scope);
  }

  default String whatFollows(String name) {
    return say("whatFollows", name);
  }

  default String whichFields(String name) {
    return say("whichFields", name);
  }

  default String whichConditions(String name) {
    return say("whichConditions", name);
  }

  default String whichInputs(String name) {
    return say("whichInputs", name);
  }

  default String whichOutputs(String name) {
    return say("whichOutputs", name);
  }

  default String missingDocument(String name) {
    return say("missingDocument", name);
  }
}

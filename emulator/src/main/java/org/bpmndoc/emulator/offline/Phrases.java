package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Optional;

/// All that drafts say in one language. Names come quoted, lists come joined, sentences come ended.
interface Phrases {

  /// For a language that is not there, English.
  static Phrases in(String language) {
    return language.equals("sv") ? new Swedish() : new English();
  }

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

  String word(Word word);

  String quote(String name);

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
  String part(String scope, String whole);

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
  String during(String name, String trigger);

  // What stands before a clause.

  String ifAnswer(String question, String answer);

  String ifHolds(String condition);

  /// `question` may be empty.
  String otherwise(String question);

  String onOneWay(String question);

  String onSomeWays();

  String whenHappens(String trigger);

  String meanwhile(String trigger);

  String afterwards();

  // Summaries.

  String startsAndEnds(String scope, List<String> starts, List<String> ends);

  String starts(String scope, List<String> starts);

  String endsOnly(String scope, List<String> ends);

  /// How a start is spoken of: its name, what triggers it; either may be empty.
  String start(String name, String trigger);

  String takePart(List<String> roles);

  String contains(int activities, int decisions);

  /// `more` is how many activities there are besides those named.
  String comprises(String scope, List<String> activities, int more);

  String isEmpty(String scope);

  /// "“Check” is a user task in the process “Order”, carried out by “Clerk”."
  String isA(String name, String type, String within, String role);

  String between(Optional<String> before, Optional<String> after);

  String loop(Node.Loop loop);

  String note(String text);

  String shortened();

  // Decisions and exceptions.

  String whichWayAfter(Optional<String> name);

  String whatHappensFirst();

  String otherwiseAlone();

  String notStated();

  String goesOn(String name);

  String nothingShown();

  String wholeTime(String scope, String trigger);

  // Data.

  String reads(List<String> names);

  String writes(List<String> names);

  String inputs(List<String> names);

  String outputs(List<String> names);

  String formShown(String name);

  String fills(String role, List<String> fields);

  String mustFill(List<String> fields);

  String boundTo(String name);

  // User stories.

  String goal(String task);

  String canFollow(String name);

  String canEnd();

  String possibleAfter(String task, String before);

  String possibleOnce(String task, String event);

  String whenDone(String task);

  String canBeDecided(String question);

  // Dependencies.

  String callsIt(List<String> callers);

  String waitsForIt(List<String> names);

  String sendsIt(List<String> names);

  String appliesIt();

  String holdsIt(String scope);

  String carriesOutIt(List<String> names);

  String comesBefore(String name);

  String comesAfter(String name);

  String readsIt(String name);

  String runsIn(String name);

  String shownAt(String name);

  // Rules.

  String decidesBy(String name, List<String> inputs);

  String usedFor(String question);

  String atHandWhen(String question);

  String decidesFor(String name);

  String resultOf(String name);

  String dataOfProcess();

  String givenToTask();

  // Open questions.

  String purposeOf(String name);

  /// `question` may be empty.
  String howDecided(String question, List<String> ways);

  String whatDoesCallDo(String name, Node.Called called);

  String whoCarriesOut(List<String> names);

  String whatIsUnnamed(int count);

  String whatStarts(String scope);

  String howEnds(String scope);

  String whatFollows(String name);

  String whichFields(String name);

  String whichConditions(String name);

  String whichInputs(String name);

  String whichOutputs(String name);

  String missingDocument(String name);
}

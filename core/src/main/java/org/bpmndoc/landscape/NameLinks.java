package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Call.Candidate;
import org.bpmndoc.landscape.Call.Link;
import org.bpmndoc.landscape.Call.Rule;
import org.bpmndoc.landscape.Place.ProcessPlace;
import org.bpmndoc.landscape.ProcessNames.Names;

/// What names say of a call whose target is missing or unknown.
///
/// A target that the file names is compared with ids, names and file names of processes; the call's
/// own id and name then say nothing, since the file has said which process it means. Where it names
/// none, id and name of the call are compared. Keys are equal or they are not: "credit evaluation"
/// is no part of "manual credit evaluation". A number or version at the end of either side is left
/// out only where nothing else fits. A call that goes by the name of the very process or file it
/// stands in is not linked by it.
///
/// The surest candidate wins; with another one near it, none does.
final class NameLinks {

  // In hundredths, so that they compare exactly.
  private static final int BY_TARGET = 90;
  private static final int BY_CALL = 80;
  private static final int BY_FILE = 75;
  private static final int NUMBER_LEFT_OUT = 10;
  private static final int NEAR = 15;

  /// A call of a case by Camunda: CMMN, not BPMN.
  private static final String CASE = "caseRef";

  private record Entry(SubjectId process, boolean ofFile) {}

  private final ProcessNames names;
  private final Map<NameKey, List<Entry>> whole = new HashMap<>();
  private final Map<NameKey, List<Entry>> withoutNumber = new HashMap<>();

  NameLinks(List<ProcessPlace> processes, List<String> prefixes) {
    names = new ProcessNames(processes, prefixes.stream().map(NameKey::of).toList());
    for (Names process : names.all()) {
      process.ofProcess().forEach(key -> add(key, new Entry(process.process(), false)));
      process.ofFile().forEach(key -> add(key, new Entry(process.process(), true)));
    }
  }

  private void add(NameKey key, Entry entry) {
    whole.computeIfAbsent(key, any -> new ArrayList<>()).add(entry);
    key.withoutNumber()
        .filter(NameKey::isTelling)
        .ifPresent(
            shorter -> withoutNumber.computeIfAbsent(shorter, any -> new ArrayList<>()).add(entry));
  }

  /// The link of a call that stands in the process `caller`; `otherwise` where names say nothing.
  Link of(FlowNode.CallActivity call, SubjectId caller, Link otherwise) {
    Map<SubjectId, Candidate> found = new LinkedHashMap<>();
    candidates(call, caller)
        .forEach(candidate ->
            found.merge(
                candidate.process(),
                candidate,
                (one, other) -> one.confidence() >= other.confidence() ? one : other));
    List<Candidate> best =
        found.values().stream()
            .sorted(
                Comparator.comparingDouble(Candidate::confidence)
                    .reversed()
                    .thenComparing(Candidate::process))
            .toList();
    if (best.isEmpty()) {
      return otherwise;
    }
    List<Candidate> near =
        best.stream()
            .filter(candidate -> hundredths(best.getFirst()) - hundredths(candidate) <= NEAR)
            .toList();
    return near.size() == 1
        ? new Link.Resolved(
            near.getFirst().process(), near.getFirst().rule(), near.getFirst().confidence())
        : new Link.Ambiguous(near);
  }

  private Stream<Candidate> candidates(FlowNode.CallActivity call, SubjectId caller) {
    return switch (call.target()) {
      case FlowNode.CallTarget.Static target ->
          Stream.of(target.value(), ExactLinks.localPart(target.value()))
              .distinct()
              .flatMap(text -> matches(text, Rule.PROCESS_NAME, BY_TARGET, caller));
      case FlowNode.CallTarget.Missing _ ->
          call.element().extensions().attribute(CASE).isPresent()
              ? Stream.empty()
              : Stream.of(call.id(), call.element().name())
                  .flatMap(text -> matches(text, Rule.CALL_NAME, BY_CALL, caller));
      case FlowNode.CallTarget.Expression _ -> Stream.empty();
    };
  }

  private Stream<Candidate> matches(String text, Rule rule, int confidence, SubjectId caller) {
    Set<NameKey> keys = names.forms(Stream.of(text));
    List<Entry> entries = keys.stream().flatMap(key -> entries(whole, key)).toList();
    int less = 0;
    if (entries.isEmpty()) {
      entries =
          Stream.concat(
                  keys.stream().flatMap(key -> entries(withoutNumber, key)),
                  keys.stream()
                      .flatMap(key -> key.withoutNumber().stream())
                      .filter(NameKey::isTelling)
                      .flatMap(key -> entries(whole, key)))
              .toList();
      less = NUMBER_LEFT_OUT;
    }
    if (entries.stream().anyMatch(entry -> isOwn(entry, caller))) {
      return Stream.empty();
    }
    int lessened = less;
    return entries.stream()
        .map(entry ->
            entry.ofFile()
                ? candidate(entry, Rule.FILE_NAME, BY_FILE - lessened)
                : candidate(entry, rule, confidence - lessened));
  }

  private static boolean isOwn(Entry entry, SubjectId caller) {
    return entry.ofFile()
        ? entry.process().file().equals(caller.file())
        : entry.process().equals(caller);
  }

  private static Stream<Entry> entries(Map<NameKey, List<Entry>> index, NameKey key) {
    return index.getOrDefault(key, List.of()).stream();
  }

  private static Candidate candidate(Entry entry, Rule rule, int hundredths) {
    return new Candidate(entry.process(), rule, hundredths / 100.0);
  }

  private static long hundredths(Candidate candidate) {
    return Math.round(candidate.confidence() * 100);
  }
}

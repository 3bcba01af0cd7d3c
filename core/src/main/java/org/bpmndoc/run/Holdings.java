package org.bpmndoc.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;

/// What the journal of one run mentions: the subjects that it brought to an end, the documents that
/// it gave them, and whatever else it has asked for or shown. `over` is whether nobody can go on
/// with it.
public record Holdings(
    Set<SubjectId> subjects,
    Map<SubjectId, Fingerprint> documents,
    Set<Fingerprint> others,
    boolean over) {

  public Holdings {
    subjects = Set.copyOf(subjects);
    documents = Map.copyOf(documents);
    others = Set.copyOf(others);
  }

  public static Holdings of(RunState run) {
    Map<SubjectId, Fingerprint> documents = new LinkedHashMap<>();
    run.subjects()
        .forEach((subject, state) -> {
          if (state instanceof RunState.SubjectState.Documented documented) {
            documents.put(subject, documented.fingerprint());
          }
        });
    Set<Fingerprint> others = new LinkedHashSet<>(run.attempts().fingerprints());
    run.childrenFixed()
        .ifPresent(
            fixed -> fixed.documents().values().forEach(shown -> others.add(shown.fingerprint())));
    return new Holdings(
        run.subjects().keySet(),
        documents,
        others,
        run.endedAt().isPresent() || run.canceledAt().isPresent());
  }

  Set<Fingerprint> all() {
    Set<Fingerprint> all = new LinkedHashSet<>(others);
    all.addAll(documents.values());
    return all;
  }
}

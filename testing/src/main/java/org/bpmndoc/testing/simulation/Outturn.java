package org.bpmndoc.testing.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usd;

/// What became of one simulated run: what its documents say, how many processes it took, how often
/// each kind of fault struck, how many requests the provider took and what it billed for them.
/// `points` is how many points there were at which a process might have crashed.
public record Outturn(
    Map<SubjectId, String> documents,
    int subjects,
    int processes,
    int crashes,
    Map<String, Integer> faults,
    int requests,
    int points,
    Usd billed) {

  public Outturn {
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    faults = Collections.unmodifiableSortedMap(new TreeMap<>(faults));
  }
}

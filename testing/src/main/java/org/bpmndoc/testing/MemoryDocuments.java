package org.bpmndoc.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.SentRequest;
import org.bpmndoc.landscape.SubjectId;

/// A document store in memory.
public final class MemoryDocuments implements DocumentStore {

  private final NavigableMap<Fingerprint, Document> documents = new TreeMap<>();
  private final Map<Fingerprint, List<Document>> earlier = new TreeMap<>();
  private final Map<Fingerprint, SentRequest> requests = new TreeMap<>();
  private final Map<SubjectId, Assignment> assignments = new TreeMap<>();

  @Override
  public Optional<Document> find(Fingerprint fingerprint) {
    return Optional.ofNullable(documents.get(fingerprint));
  }

  @Override
  public List<Document> earlier(Fingerprint fingerprint) {
    return List.copyOf(earlier.getOrDefault(fingerprint, List.of()));
  }

  @Override
  public SortedSet<Fingerprint> fingerprints() {
    return Collections.unmodifiableSortedSet(documents.navigableKeySet());
  }

  @Override
  public void put(Document document, boolean replace) {
    if (replace) {
      Document before = documents.put(document.fingerprint(), document);
      if (before != null && !before.equals(document)) {
        earlier.computeIfAbsent(document.fingerprint(), _ -> new ArrayList<>()).add(before);
      }
    } else {
      documents.putIfAbsent(document.fingerprint(), document);
    }
  }

  @Override
  public void put(Document document, SentRequest sent, boolean replace) {
    requests.putIfAbsent(sent.fingerprint(), sent);
    put(document, replace);
  }

  @Override
  public Optional<SentRequest> sent(Fingerprint fingerprint) {
    return Optional.ofNullable(requests.get(fingerprint));
  }

  @Override
  public void assign(SubjectId subject, Assignment assignment) {
    assignments.put(subject, assignment);
  }

  @Override
  public Map<SubjectId, Assignment> assignments() {
    return Collections.unmodifiableMap(assignments);
  }
}

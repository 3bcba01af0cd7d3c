package org.bpmndoc.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.bpmndoc.landscape.SubjectId;

/// Keeps documents by fingerprint, across runs. Everything put is durable when the call returns.
public interface DocumentStore {

  Optional<Document> find(Fingerprint fingerprint);

  /// What documents are kept under, in order.
  SortedSet<Fingerprint> fingerprints();

  /// What stood under a fingerprint before another document took its place, oldest first.
  List<Document> earlier(Fingerprint fingerprint);

  /// Keeps a document; one that is already there under the same fingerprint stays unless `replace`,
  /// and is an earlier one then.
  void put(Document document, boolean replace);

  /// The same together with what was sent for it, which stays as it is once it is there.
  void put(Document document, SentRequest sent, boolean replace);

  /// What was sent for the document under a fingerprint; empty where that was not kept.
  Optional<SentRequest> sent(Fingerprint fingerprint);

  /// Notes that a document is the current one of a subject, and what was seen for it.
  void assign(SubjectId subject, Assignment assignment);

  /// The current document of every subject that ever had one, those that are gone from the
  /// landscape too.
  Map<SubjectId, Assignment> assignments();

  /// Which document a subject has, by which run, and what its writer saw of each child.
  record Assignment(Fingerprint fingerprint, Lineage lineage, String run) {}
}

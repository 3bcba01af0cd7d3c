package org.bpmndoc.run;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.SentRequest;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.landscape.SubjectId;

/// A journal and a store through which a process ends at a given write.
final class Crashing {

  private Crashing() {}

  static Journal journal(Journal journal, Countdown countdown) {
    return new CrashingJournal(journal, countdown);
  }

  static DocumentStore documents(DocumentStore documents, Countdown countdown) {
    return new CrashingDocuments(documents, countdown);
  }

  static final class Crash extends Error {
    @Serial private static final long serialVersionUID = 1L;
  }

  /// Lets a number of writes through, then crashes: before the next one is durable, or after.
  static final class Countdown {
    private final boolean after;
    private int left;

    Countdown(int left, boolean after) {
      this.left = left;
      this.after = after;
    }

    void write(Runnable write) {
      boolean crash = left-- == 0;
      if (crash && !after) {
        throw new Crash();
      }
      write.run();
      if (crash) {
        throw new Crash();
      }
    }
  }

  private record CrashingJournal(Journal journal, Countdown countdown) implements Journal {
    @Override
    public void append(String run, long first, List<Entry> entries) {
      countdown.write(() -> journal.append(run, first, entries));
    }

    @Override
    public List<Entry> entries(String run) {
      return journal.entries(run);
    }

    @Override
    public List<Entry> entries(String run, Set<Class<? extends Entry>> kinds) {
      return journal.entries(run, kinds);
    }

    @Override
    public List<String> runs() {
      return journal.runs();
    }

    @Override
    public Optional<String> newestRun() {
      return journal.newestRun();
    }
  }

  private record CrashingDocuments(DocumentStore documents, Countdown countdown)
      implements DocumentStore {
    @Override
    public Optional<Document> find(Fingerprint fingerprint) {
      return documents.find(fingerprint);
    }

    @Override
    public List<Document> earlier(Fingerprint fingerprint) {
      return documents.earlier(fingerprint);
    }

    @Override
    public SortedSet<Fingerprint> fingerprints() {
      return documents.fingerprints();
    }

    @Override
    public void put(Document document, boolean replace) {
      countdown.write(() -> documents.put(document, replace));
    }

    @Override
    public void put(Document document, SentRequest sent, boolean replace) {
      countdown.write(() -> documents.put(document, sent, replace));
    }

    @Override
    public Optional<SentRequest> sent(Fingerprint fingerprint) {
      return documents.sent(fingerprint);
    }

    @Override
    public void assign(SubjectId subject, Assignment assignment) {
      countdown.write(() -> documents.assign(subject, assignment));
    }

    @Override
    public Map<SubjectId, Assignment> assignments() {
      return documents.assignments();
    }
  }
}

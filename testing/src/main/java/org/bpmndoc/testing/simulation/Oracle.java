package org.bpmndoc.testing.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;

/// Knows what must never break, and compares what is asked of the provider, what it bills, what
/// becomes durable and what is stored. It reads entries and documents by itself; of the scheduler
/// it knows nothing.
final class Oracle {

  static final int CONCURRENCY = 3;
  static final int TRIES = 3;

  private final World world;
  private final Books books;
  private final DocumentStore documents;
  private final Accounts accounts = new Accounts();
  private final Set<String> unheard = new HashSet<>();
  private final Set<String> counted = new HashSet<>();
  private final Map<SubjectId, String> undisturbed = new HashMap<>();

  Oracle(World world, Books books, DocumentStore documents) {
    this.world = world;
    this.books = books;
    this.documents = documents;
  }

  /// Entries have become durable.
  void saw(List<Entry> entries) {
    entries.forEach(accounts::saw);
  }

  /// An answer to this may be paid for once more than would be needed.
  void excuse(String text) {
    books.excuse(text);
  }

  /// The process will not hear what came of an attempt at this.
  void neverHeard(String text) {
    books.excuse(text);
    books.trouble(text, 1);
  }

  /// A process has been told how many tokens this has.
  void counted(String text) {
    Violation.unless(world.nature(text).isInDoubt(), "counted without need: %s", text);
    counted.add(text);
  }

  /// A request has reached the provider: its intent is durable, and so are the documents of the
  /// children it was written from.
  void reached(String text, CustomId id) {
    Violation.unless(accounts.isOpen(id.value()), "%s was sent without an intent", id);
    Violation.unless(
        !world.nature(text).isInDoubt() || counted.contains(text),
        "sent without knowing whether it fits: %s",
        text);
    Violation.unless(
        world.subjects().stream().anyMatch(one -> written(one).equals(Optional.of(text))),
        "what was sent is not written from finished children: %s",
        text);
  }

  /// What has to be sent for a subject, by the documents its children have now.
  private Optional<String> written(World.Subject subject) {
    List<String> summaries = new ArrayList<>();
    for (SubjectId child : subject.children()) {
      Optional<Document> document = document(child);
      if (document.isEmpty()) {
        return Optional.empty();
      }
      summaries.add(document.get().summary());
    }
    return Optional.of(World.text(subject, summaries));
  }

  private Optional<Document> document(SubjectId subject) {
    return Optional.ofNullable(documents.assignments().get(subject))
        .flatMap(assignment -> documents.find(assignment.fingerprint()));
  }

  /// A batch is to end early: it is this run's, and that it is called back is durable.
  void recalled(String batchId) {
    Violation.unless(accounts.isRecalled(batchId), "nobody called batch %s back", batchId);
  }

  /// A batch is deleted: it is this run's, and these lines of it are in the books.
  void endsByOurHand(String batchId, List<String> ids) {
    Violation.unless(batchId.startsWith("batch_"), "%s is somebody else's", batchId);
    for (String id : ids) {
      Violation.unless(
          accounts.settled(id).isPresent(), "batch %s was ended with line %s unread", batchId, id);
    }
  }

  /// A process has ended: direct calls that were under way will not be heard.
  void died() {
    int underWay = 0;
    for (Books.Taken taken : books.all()) {
      if (taken.channel() == Channel.DIRECT && accounts.isOpen(taken.id())) {
        underWay++;
        if (unheard.add(taken.id())) {
          excuse(taken.text());
        }
      }
    }
    Violation.unless(underWay <= CONCURRENCY, "%d direct calls were under way", underWay);
  }

  /// The run says it has ended, with that much spent: whatever was paid for is booked, nothing was
  /// paid for twice, and each subject is in the state and has the document that it has to have.
  void ended(Usd spent, boolean varying) {
    Violation.unless(accounts.open().isEmpty(), "ended with %s under way", accounts.open());
    Violation.unless(spent.equals(accounts.total()), "%s, not %s", spent, accounts.total());
    books.all().forEach(this::isBooked);
    isPaidOnce();
    for (World.Subject subject : world.subjects()) {
      isInItsState(subject);
      if (!varying && isDocumented(subject.id())) {
        Violation.unless(
            document(subject.id()).map(Document::summary).equals(Optional.of(undisturbed(subject))),
            "%s has not the document of an undisturbed run",
            subject.id());
      }
    }
  }

  private void isBooked(Books.Taken taken) {
    Optional<Entry.Settled> end = accounts.settled(taken.id());
    if (end.isEmpty()) {
      Violation.unless(
          taken.turnsUp().filter(moment -> moment.isAfter(accounts.endedAt())).isPresent(),
          "answered, and nobody took it in: %s",
          taken);
      return;
    }
    Usd cost = end.get().cost();
    boolean right =
        switch (end.get().settlement()) {
          case UNKNOWN, UNHEARD -> !taken.billed().isMoreThan(cost);
          case ACCEPTED, SUPERSEDED -> taken.usable() && taken.billed().equals(cost);
          // No answer in this world has findings.
          case FLAWED -> false;
          case UNUSABLE, CUT_OFF, ERRORED, DEFERRED, VOID ->
              !taken.usable() && taken.billed().equals(cost);
        };
    Violation.unless(right, "%s is booked as %s", taken, end.get());
  }

  private void isPaidOnce() {
    Map<String, Integer> paid = new HashMap<>();
    for (Books.Taken taken : books.all()) {
      if (taken.usable()) {
        int times = paid.merge(taken.text(), 1, Integer::sum);
        int allowed = 1 + books.excuses(taken.text());
        Violation.unless(times <= allowed, "paid for %d times: %s", times, taken.text());
      }
    }
  }

  private void isInItsState(World.Subject subject) {
    boolean childless = subject.children().stream().anyMatch(child -> !isDocumented(child));
    Entry end =
        accounts.end(subject.id()).orElseThrow(() -> new Violation("no final state: " + subject));
    boolean right =
        switch (end) {
          case Entry.Documented done ->
              !childless
                  && subject.nature().isAnswered()
                  && written(subject)
                      .map(World::fingerprint)
                      .equals(Optional.of(done.fingerprint()))
                  && document(subject.id()).isPresent();
          case Entry.Failed _ ->
              !childless
                  && (!subject.nature().isAnswered()
                      || books.troubles(written(subject).orElseThrow()) >= TRIES);
          case Entry.Blocked _ -> childless;
          default -> false;
        };
    Violation.unless(right, "%s is not rightly %s", subject, end);
  }

  private boolean isDocumented(SubjectId subject) {
    return accounts.end(subject).filter(Entry.Documented.class::isInstance).isPresent();
  }

  /// What the document of a subject says when nothing ever goes wrong.
  private String undisturbed(World.Subject subject) {
    String known = undisturbed.get(subject.id());
    if (known != null) {
      return known;
    }
    List<String> summaries =
        subject.children().stream().map(child -> undisturbed(world.subject(child))).toList();
    String answer = World.answer(World.text(subject, summaries));
    undisturbed.put(subject.id(), answer);
    return answer;
  }

  /// What the documents of the run say, by subject.
  Map<SubjectId, String> documents() {
    Map<SubjectId, String> said = new TreeMap<>();
    for (World.Subject subject : world.subjects()) {
      document(subject.id()).ifPresent(document -> said.put(subject.id(), document.summary()));
    }
    return said;
  }
}

package org.bpmndoc.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usd;

/// What came of one subject in one run. `cost` is what all attempts at it had cost since the
/// mention before; where clones share a request, each has all of it. `reason` says why there is no
/// document, else it is empty.
public record Mention(
    String run, Instant at, What what, Optional<Fingerprint> fingerprint, Usd cost, String reason) {

  public enum What {
    WRITTEN,
    KEPT,
    FAILED,
    BLOCKED
  }

  /// The entries that [#of] wants to see.
  public static final Set<Class<? extends Entry>> KINDS =
      Set.of(
          Entry.BatchIntended.class,
          Entry.DirectIntended.class,
          Entry.Settled.class,
          Entry.Documented.class,
          Entry.Failed.class,
          Entry.Blocked.class);

  /// What one run's journal says of a subject, in order.
  public static List<Mention> of(String run, SubjectId subject, List<Entry> entries) {
    Fold fold = new Fold(run, subject);
    entries.forEach(fold::read);
    return fold.mentions;
  }

  private static final class Fold {
    final String run;
    final SubjectId subject;
    final List<Mention> mentions = new ArrayList<>();
    final Map<CustomId, Entry.Attempt> open = new HashMap<>();
    final Map<Fingerprint, Usd> costs = new HashMap<>();
    final Set<Fingerprint> own = new HashSet<>();

    Fold(String run, SubjectId subject) {
      this.run = run;
      this.subject = subject;
    }

    void read(Entry entry) {
      if (entry instanceof Entry.BatchIntended intended) {
        intended.attempts().forEach(this::intended);
      } else if (entry instanceof Entry.DirectIntended intended) {
        intended(intended.attempt());
      } else if (entry instanceof Entry.Settled settled) {
        settled(settled);
      } else if (entry instanceof Entry.Documented documented
          && documented.subject().equals(subject)) {
        own.add(documented.fingerprint());
        What what = documented.written() ? What.WRITTEN : What.KEPT;
        mention(entry, what, Optional.of(documented.fingerprint()), "");
      } else if (entry instanceof Entry.Failed failed && failed.subject().equals(subject)) {
        mention(entry, What.FAILED, Optional.empty(), failed.reason());
      } else if (entry instanceof Entry.Blocked blocked && blocked.subject().equals(subject)) {
        String reason = "no document of " + blocked.child();
        mention(entry, What.BLOCKED, Optional.empty(), reason);
      }
    }

    private void intended(Entry.Attempt attempt) {
      open.put(attempt.id(), attempt);
      if (attempt.subjects().contains(subject)) {
        own.add(attempt.fingerprint());
      }
    }

    private void settled(Entry.Settled settled) {
      Entry.Attempt attempt = open.remove(settled.attempt());
      if (attempt != null) {
        costs.merge(attempt.fingerprint(), settled.cost(), Usd::plus);
      }
    }

    private void mention(Entry at, What what, Optional<Fingerprint> fingerprint, String reason) {
      Usd cost = Usd.ZERO;
      for (Fingerprint one : own) {
        Usd paid = costs.remove(one);
        cost = paid == null ? cost : cost.plus(paid);
      }
      mentions.add(new Mention(run, at.at(), what, fingerprint, cost, reason));
    }
  }
}

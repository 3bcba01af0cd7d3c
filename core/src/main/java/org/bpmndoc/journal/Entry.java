package org.bpmndoc.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Pseudonyms;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.Strategy;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import tools.jackson.databind.JsonNode;

/// One thing that is known about a run, in the order in which it became known. Entries are never
/// changed; their JSON names are part of the state's format.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.RunStarted.class, name = "run-started"),
  @JsonSubTypes.Type(value = Entry.BudgetChanged.class, name = "budget-changed"),
  @JsonSubTypes.Type(value = Entry.DeadlineSet.class, name = "deadline-set"),
  @JsonSubTypes.Type(value = Entry.Planned.class, name = "planned"),
  @JsonSubTypes.Type(value = Entry.Replanned.class, name = "replanned"),
  @JsonSubTypes.Type(value = Entry.ChildrenFixed.class, name = "children-fixed"),
  @JsonSubTypes.Type(value = Entry.Connected.class, name = "connected"),
  @JsonSubTypes.Type(value = Entry.BatchIntended.class, name = "batch-intended"),
  @JsonSubTypes.Type(value = Entry.BatchCreated.class, name = "batch-created"),
  @JsonSubTypes.Type(value = Entry.BatchNotCreated.class, name = "batch-not-created"),
  @JsonSubTypes.Type(value = Entry.BatchNotFound.class, name = "batch-not-found"),
  @JsonSubTypes.Type(value = Entry.BatchDisowned.class, name = "batch-disowned"),
  @JsonSubTypes.Type(value = Entry.BatchRead.class, name = "batch-read"),
  @JsonSubTypes.Type(value = Entry.BatchDeleted.class, name = "batch-deleted"),
  @JsonSubTypes.Type(value = Entry.DirectIntended.class, name = "direct-intended"),
  @JsonSubTypes.Type(value = Entry.Settled.class, name = "settled"),
  @JsonSubTypes.Type(value = Entry.DraftTaken.class, name = "draft-taken"),
  @JsonSubTypes.Type(value = Entry.Documented.class, name = "documented"),
  @JsonSubTypes.Type(value = Entry.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = Entry.Blocked.class, name = "blocked"),
  @JsonSubTypes.Type(value = Entry.RunPaused.class, name = "run-paused"),
  @JsonSubTypes.Type(value = Entry.RetryAsked.class, name = "retry-asked"),
  @JsonSubTypes.Type(value = Entry.CancelAsked.class, name = "cancel-asked"),
  @JsonSubTypes.Type(value = Entry.BatchCancelAsked.class, name = "batch-cancel-asked"),
  @JsonSubTypes.Type(value = Entry.RunCanceled.class, name = "run-canceled"),
  @JsonSubTypes.Type(value = Entry.RunEnded.class, name = "run-ended")
})
public sealed interface Entry {

  Instant at();

  /// The first entry of every run: who writes, what, and for how much at most. `batchFactor` is the
  /// part of its standard price that the provider charges by batch. `only` limits the run to one
  /// subject and what it is written from, `sample` to several; `force` writes again what is stored
  /// (with `only`, that subject alone). `degrade` writes a parent with a marked gap where a child
  /// has no document, which blocks it otherwise. `models` are those that write some kinds of
  /// contracts in place of `model`; a journal from before there could be several has none.
  /// `profile` are the files of the profile that the run was begun with, so that it goes on with
  /// the same contracts whatever becomes of them; empty for the built-in one.
  record RunStarted(
      Instant at,
      String provider,
      String model,
      BigDecimal batchFactor,
      String language,
      String strategy,
      Optional<Usd> budget,
      Optional<SubjectId> only,
      boolean force,
      boolean degrade,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Writer> models,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> profile,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<SubjectId> sample)
      implements Entry {

    public RunStarted {
      sample = sample == null ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(sample));
      models = models == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(models));
      profile =
          profile == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(profile));
    }

    /// The run is no sample.
    public RunStarted(
        Instant at,
        String provider,
        String model,
        BigDecimal batchFactor,
        String language,
        String strategy,
        Optional<Usd> budget,
        Optional<SubjectId> only,
        boolean force,
        boolean degrade,
        Map<String, Writer> models,
        Map<String, String> profile) {
      this(
          at,
          provider,
          model,
          batchFactor,
          language,
          strategy,
          budget,
          only,
          force,
          degrade,
          models,
          profile,
          Set.of());
    }

    /// One model writes everything.
    public RunStarted(
        Instant at,
        String provider,
        String model,
        BigDecimal batchFactor,
        String language,
        String strategy,
        Optional<Usd> budget,
        Optional<SubjectId> only,
        boolean force,
        boolean degrade) {
      this(
          at,
          provider,
          model,
          batchFactor,
          language,
          strategy,
          budget,
          only,
          force,
          degrade,
          Map.of(),
          Map.of());
    }

    /// The same by another strategy.
    public RunStarted by(Strategy other) {
      return new RunStarted(
          at,
          provider,
          model,
          batchFactor,
          language,
          other.label(),
          budget,
          only,
          force,
          degrade,
          models,
          profile,
          sample);
    }

    /// The same for these subjects and what they are written from, and no others.
    public RunStarted ofSample(Set<SubjectId> subjects) {
      return new RunStarted(
          at,
          provider,
          model,
          batchFactor,
          language,
          strategy,
          budget,
          Optional.empty(),
          force,
          degrade,
          models,
          profile,
          subjects);
    }

    /// The same, begun then with that budget.
    public RunStarted begun(Instant then, Optional<Usd> within) {
      return new RunStarted(
          then,
          provider,
          model,
          batchFactor,
          language,
          strategy,
          within,
          only,
          force,
          degrade,
          models,
          profile,
          sample);
    }

    /// What the run is limited to, together with all that is written from; empty where it is
    /// limited to nothing.
    public Set<SubjectId> limitedTo() {
      return sample.isEmpty() ? only.map(Set::of).orElse(Set.of()) : sample;
    }

    /// Who writes each kind of contract.
    public ByKind<Writer> writers() {
      return new ByKind<>(new Writer(model, batchFactor), models);
    }

    /// Whether the run writes this subject again although a stored document is still right.
    public boolean writesAgain(SubjectId subject) {
      return force && only.map(subject::equals).orElse(true);
    }
  }

  /// A model, and the part of its standard price that the provider charges by batch.
  record Writer(String model, BigDecimal batchFactor) {}

  /// From here on the run may spend this much in all.
  record BudgetChanged(Instant at, Usd budget) implements Entry {}

  /// From here on the run is to be done by then, as far as the budget reaches.
  record DeadlineSet(Instant at, Instant deadline) implements Entry {}

  /// The plan from here on: of `subjects` in all, those still to be written with their channels,
  /// and what they are expected to cost and to take. `primed` names the beginnings of requests for
  /// which one goes ahead as primer. `waitsMax` is the number of waits that nothing is to exceed,
  /// if there is one. `estimates` say the same by contract, in the order of their kinds; a journal
  /// from before they were kept has none. A run that is taken up again keeps its plan, unless the
  /// landscape has subjects to write that are not in it.
  record Planned(
      Instant at,
      int subjects,
      Map<SubjectId, Channel> channels,
      int waits,
      Usd estimated,
      Duration p50,
      Duration p95,
      List<Estimate> estimates,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> primed,
      Optional<Integer> waitsMax)
      implements Entry {
    public Planned {
      primed = primed == null ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(primed));
      waitsMax = waitsMax == null ? Optional.empty() : waitsMax;
      channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
      estimates = estimates == null ? List.of() : List.copyOf(estimates);
    }

    /// The entry for a plan of that planner, of which each subject has a contract.
    public static Planned of(
        Instant at,
        Plan<SubjectId> plan,
        Planner<SubjectId> planner,
        Function<SubjectId, ContractId> contracts) {
      return new Planned(
          at,
          planner.graph().nodes().size(),
          plan.channels(),
          plan.waits(),
          plan.cost(),
          plan.p50(),
          plan.p95(),
          EstimatesByContract.of(plan, planner, contracts),
          plan.primed(),
          plan.strategy() == Strategy.AUTO ? Optional.of(plan.waits()) : Optional.empty());
    }

    /// The same, never to take more waits than this either.
    public Planned withWaitsMax(Optional<Integer> most) {
      return new Planned(
          at,
          subjects,
          channels,
          waits,
          estimated,
          p50,
          p95,
          estimates,
          primed,
          waitsMax.or(() -> most));
    }
  }

  /// What was observed calls for another plan: from here on these subjects go by these channels,
  /// the others keep theirs. The batches of the numbers in `recalled` are to end: what they have
  /// not finished is sent again.
  record Replanned(
      Instant at, Map<SubjectId, Channel> channels, List<Integer> recalled, String reason)
      implements Entry {
    public Replanned {
      channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
      recalled = List.copyOf(recalled);
    }
  }

  /// What parents that wait for nobody are shown of their children from here on, whatever is
  /// written meanwhile: `documents` where there were any, outlines where there were none.
  /// `refreshed` are the subjects that are written again because a child of theirs was since they
  /// were written. A second such entry of a run tells of more children, and changes nothing.
  record ChildrenFixed(
      Instant at,
      Map<SubjectId, FixedDocument> documents,
      Set<SubjectId> outlined,
      Set<SubjectId> refreshed)
      implements Entry {
    public ChildrenFixed {
      documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
      outlined = Collections.unmodifiableSortedSet(new TreeSet<>(outlined));
      refreshed = Collections.unmodifiableSortedSet(new TreeSet<>(refreshed));
    }

    /// Whether it says what is shown of this child.
    public boolean tellsOf(SubjectId child) {
      return documents.containsKey(child) || outlined.contains(child);
    }

    /// All that both say; where they differ, the later one.
    public ChildrenFixed plus(ChildrenFixed later) {
      Map<SubjectId, FixedDocument> all = new TreeMap<>(documents);
      all.keySet().removeAll(later.outlined);
      all.putAll(later.documents);
      Set<SubjectId> without = new TreeSet<>(outlined);
      without.removeAll(later.documents.keySet());
      without.addAll(later.outlined);
      return new ChildrenFixed(at, all, without, refreshed);
    }

    /// The same without what it says of those children.
    public ChildrenFixed without(Predicate<SubjectId> children) {
      Map<SubjectId, FixedDocument> left = new TreeMap<>(documents);
      left.keySet().removeIf(children);
      Set<SubjectId> outlinedLeft = new TreeSet<>(outlined);
      outlinedLeft.removeIf(children);
      return new ChildrenFixed(at, left, outlinedLeft, refreshed);
    }
  }

  /// A document as a parent is shown it, with the texts that were hidden from its writer. `content`
  /// is kept here where the run may write another under the same fingerprint.
  record FixedDocument(
      Fingerprint fingerprint,
      Lineage.Source source,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Pseudonyms pseudonyms,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<JsonNode> content) {
    public FixedDocument {
      pseudonyms = pseudonyms == null ? Pseudonyms.NONE : pseudonyms;
      content = content == null ? Optional.empty() : content.filter(json -> !json.isNull());
    }
  }

  /// What the requests for the subjects of one contract are expected to use and to cost.
  record Estimate(
      ContractId contract, int subjects, long inputTokens, long outputTokens, Usd cost) {}

  /// From here on requests go to this server (name, and port where there is one), with texts hidden
  /// in them or not.
  record Connected(Instant at, String server, boolean redacting) implements Entry {}

  /// One attempt at one request: what may be billed for it is reserved from here until it is
  /// settled. `waits` is how many batches, one after another, are over once its answer is here, its
  /// own among them; a journal from before that was kept says 0.
  record Attempt(
      CustomId id,
      Fingerprint fingerprint,
      ContractId contract,
      int elements,
      List<SubjectId> subjects,
      Usd reserved,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int waits) {
    public Attempt {
      subjects = List.copyOf(subjects);
    }

    /// Nothing was waited for.
    public Attempt(
        CustomId id,
        Fingerprint fingerprint,
        ContractId contract,
        int elements,
        List<SubjectId> subjects,
        Usd reserved) {
      this(id, fingerprint, contract, elements, subjects, reserved, 0);
    }
  }

  /// Durable before the batch is created: after this it may exist. `number` counts the batches of
  /// the run from 1, `wave` the most waits of an attempt in it. `bodyHash` is the SHA-256 of the
  /// fingerprints of the requests in order, `bytes` how long their canonical forms are together.
  /// `primers` are by beginning the attempts that write it to the provider's cache, `reads` the
  /// beginnings that the others are to read from there.
  record BatchIntended(
      Instant at,
      int number,
      int wave,
      List<Attempt> attempts,
      String bodyHash,
      long bytes,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, CustomId> primers,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> reads)
      implements Entry {
    public BatchIntended {
      attempts = List.copyOf(attempts);
      primers =
          primers == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(primers));
      reads = reads == null ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(reads));
    }

    /// Nothing in it has to do with the cache.
    public BatchIntended(
        Instant at, int number, int wave, List<Attempt> attempts, String bodyHash, long bytes) {
      this(at, number, wave, attempts, bodyHash, bytes, Map.of(), Set.of());
    }
  }

  /// The provider has the batch. `adopted` where it was found in the provider's list after its
  /// creation had got no clear answer.
  record BatchCreated(Instant at, int number, String providerId, boolean adopted)
      implements Entry {}

  /// The batch that was adopted is somebody else's: whether the provider has ours is in doubt
  /// again.
  record BatchDisowned(Instant at, int number, String providerId) implements Entry {}

  /// The provider surely does not have the batch; its attempts are free of charge.
  record BatchNotCreated(Instant at, int number, String reason) implements Entry {}

  /// The provider's list does not have the batch, though it has had its time to: its attempts are
  /// let go and its requests sent again. Should it turn up all the same, it is created after all.
  record BatchNotFound(Instant at, int number) implements Entry {}

  /// The batch's results were looked at, of `lines` lines with `answered` answers, and every
  /// attempt in it is settled: those that no line spoke of as unknown. `took` is how long it was at
  /// the provider, from its creation to its end by the provider's clock, whenever somebody came to
  /// look; empty where that is not known.
  record BatchRead(Instant at, int number, int lines, int answered, Optional<Duration> took)
      implements Entry {}

  record BatchDeleted(Instant at, int number) implements Entry {}

  /// Durable before the call is made: after this it may be billed. `bytes` is the length of the
  /// canonical request.
  record DirectIntended(Instant at, Attempt attempt, long bytes) implements Entry {}

  /// How an attempt ended and what it cost. `bytes` is how much longer the document that came of it
  /// makes the canonical request of a parent that is shown it in full; 0 where none came of it.
  /// `region` is where the provider says it was answered, empty where it does not say. `draft` is
  /// what was answered, where better is asked for. A later settlement of the same attempt changes
  /// nothing.
  record Settled(
      Instant at,
      CustomId attempt,
      Settlement settlement,
      Usage usage,
      Usd cost,
      String reason,
      long bytes,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String region,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Draft> draft)
      implements Entry {

    /// Journals from before regions and drafts were kept have none.
    public Settled {
      region = region == null ? "" : region;
      draft = draft == null ? Optional.empty() : draft;
    }

    /// There is no draft.
    public Settled(
        Instant at,
        CustomId attempt,
        Settlement settlement,
        Usage usage,
        Usd cost,
        String reason,
        long bytes,
        String region) {
      this(at, attempt, settlement, usage, cost, reason, bytes, region, Optional.empty());
    }
  }

  /// A document as it was answered, and what its checks found in it. `model` is what the answer
  /// says it comes from.
  record Draft(JsonNode content, List<Finding> findings, String model) {
    public Draft {
      findings = List.copyOf(findings);
    }

    /// Whether less is wrong with it than with another: contradictions first, then gaps.
    public boolean isBetterThan(List<Finding> others) {
      int contradictions = Integer.compare(count(findings, true), count(others, true));
      return contradictions != 0
          ? contradictions < 0
          : count(findings, false) < count(others, false);
    }

    private static int count(List<Finding> findings, boolean contradictions) {
      return (int)
          findings.stream()
              .filter(finding ->
                  finding
                      .grade()
                      .isAtLeast(contradictions ? Finding.Grade.CONTRADICTION : Finding.Grade.GAP))
              .count();
    }
  }

  /// Nothing better came: the draft of this attempt is the document after all.
  record DraftTaken(Instant at, CustomId attempt) implements Entry {}

  /// What an attempt came to.
  enum Settlement {
    /// A document came of it.
    ACCEPTED,
    /// Paid for, and a document with findings, for which it was asked for again.
    FLAWED,
    /// Paid for, and of no use.
    UNUSABLE,
    /// Paid for, and of no use because it ended at the longest answer that was allowed.
    CUT_OFF,
    /// Paid for, and late: a document had come of another attempt.
    SUPERSEDED,
    /// Not paid for; the provider could not or would not.
    ERRORED,
    /// Not paid for; too busy, to be sent again without counting as a try.
    DEFERRED,
    /// Not paid for: taken back, or never sent.
    VOID,
    /// Nobody knows; booked at what was reserved.
    UNKNOWN,
    /// Nobody was there any more to hear it, for which the request cannot be blamed; booked at what
    /// was reserved, to be sent again without counting as a try.
    UNHEARD
  }

  /// The subject has its document. `written` is false where it was in the store already.
  record Documented(
      Instant at, SubjectId subject, Fingerprint fingerprint, Lineage lineage, boolean written)
      implements Entry {}

  /// No acceptable answer, and no more tries.
  record Failed(Instant at, SubjectId subject, String reason) implements Entry {}

  /// Not tried, because that child has no document.
  record Blocked(Instant at, SubjectId subject, SubjectId child) implements Entry {}

  /// Stopped on purpose and resumable: budget, credit, spend limit, authentication, interruption,
  /// or a failure where that was to stop the run.
  record RunPaused(Instant at, Pause pause, String reason) implements Entry {}

  enum Pause {
    BUDGET,
    CREDIT,
    AUTHENTICATION,
    UNREACHABLE,
    FAILURE,
    INTERRUPTED
  }

  /// A person wants what failed and what was blocked to be tried again: the run goes on, and what
  /// failed before counts no more.
  record RetryAsked(Instant at) implements Entry {}

  /// A person wants no more of the run: nothing new is sent, and the provider is asked to end what
  /// is under way.
  record CancelAsked(Instant at) implements Entry {}

  /// The provider has been asked to end the batch. What it had begun still comes and costs.
  record BatchCancelAsked(Instant at, int number) implements Entry {}

  /// Everything that was under way has come in; the rest is not written.
  record RunCanceled(Instant at) implements Entry {}

  /// Every subject is in its final state.
  record RunEnded(Instant at) implements Entry {}
}

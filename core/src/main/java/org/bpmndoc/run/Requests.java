package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.prompt.RequestJson;

/// The requests that are needed and have no document yet: those to be sent, by channel and first
/// come first, those that may not fit their model's window and are not to be sent yet, and those
/// under way.
final class Requests {

  private final RunState state;
  private final Routes routes;
  private final Map<Fingerprint, Prepared> needed = new LinkedHashMap<>();
  private final SequencedSet<Fingerprint> toBatch = new LinkedHashSet<>();
  private final SequencedSet<Fingerprint> toCall = new LinkedHashSet<>();
  private final SequencedSet<Fingerprint> inDoubt = new LinkedHashSet<>();

  /// What the provider counted for prompts, by the request as it would be sent.
  private final Map<Fingerprint, Long> counted = new HashMap<>();

  Requests(RunState state, Routes routes) {
    this.state = state;
    this.routes = routes;
  }

  Optional<Prepared> find(Fingerprint fingerprint) {
    return Optional.ofNullable(needed.get(fingerprint));
  }

  Collection<Prepared> all() {
    return Collections.unmodifiableCollection(needed.values());
  }

  /// A request that is needed from now on, to be sent unless it is under way.
  void add(Prepared work) {
    needed.put(work.fingerprint(), work);
    send(work.fingerprint());
  }

  /// To be sent, unless an attempt at it is under way, as soon as it is known to fit.
  void send(Fingerprint fingerprint) {
    if (!state.attempts().isOpen(fingerprint)) {
      find(fingerprint).ifPresent(work -> enqueue(work, wayOut(work)));
    }
  }

  private void enqueue(Prepared work, SequencedSet<Fingerprint> queue) {
    if (!queue.contains(work.fingerprint())) {
      sent(work);
      queue.add(work.fingerprint());
    }
  }

  private SequencedSet<Fingerprint> wayOut(Prepared work) {
    return switch (fit(work)) {
      case Fit.Fits() -> queue(routes.of(work));
      case Fit.InDoubt(), Fit.TooLarge _ -> inDoubt;
    };
  }

  /// Whether it fits its model's window, as far as is known.
  Fit fit(Prepared work) {
    Fit byBound = work.fit(state.attempts(), Optional.empty());
    return switch (byBound) {
      case Fit.Fits() -> byBound;
      case Fit.InDoubt(), Fit.TooLarge _ ->
          work.fit(state.attempts(), Optional.ofNullable(counted.get(asSent(work))));
    };
  }

  private Fingerprint asSent(Prepared work) {
    return RequestJson.fingerprint(work.request(state.attempts()));
  }

  /// The provider has counted its prompt.
  void counted(Prepared work, long promptTokens) {
    counted.put(asSent(work), promptTokens);
    send(work.fingerprint());
  }

  void sent(Prepared work) {
    toBatch.remove(work.fingerprint());
    toCall.remove(work.fingerprint());
    inDoubt.remove(work.fingerprint());
  }

  /// Nobody needs it any more.
  Optional<Prepared> remove(Fingerprint fingerprint) {
    Optional<Prepared> left = Optional.ofNullable(needed.remove(fingerprint));
    left.ifPresent(this::sent);
    return left;
  }

  /// The first of what waits to be sent on a channel.
  Optional<Prepared> next(Channel channel) {
    return queue(channel).stream().findFirst().flatMap(this::find);
  }

  /// The first of what is not to be sent before it is known to fit.
  Optional<Prepared> nextInDoubt() {
    return inDoubt.stream().findFirst().flatMap(this::find);
  }

  /// What is not to be sent before it is known to fit.
  List<Prepared> inDoubt() {
    return all(inDoubt);
  }

  /// What waits to be sent on a channel.
  List<Prepared> toSend(Channel channel) {
    return all(queue(channel));
  }

  private List<Prepared> all(SequencedSet<Fingerprint> some) {
    List<Prepared> all = new ArrayList<>();
    for (Fingerprint fingerprint : some) {
      find(fingerprint).ifPresent(all::add);
    }
    return all;
  }

  boolean isToSend(Prepared work, Channel channel) {
    return queue(channel).contains(work.fingerprint());
  }

  /// There is another plan: what waits to be sent may travel otherwise now.
  void replanned() {
    List<Fingerprint> waiting = new ArrayList<>(toBatch);
    waiting.addAll(toCall);
    toBatch.clear();
    toCall.clear();
    waiting.forEach(this::send);
  }

  private SequencedSet<Fingerprint> queue(Channel channel) {
    return switch (channel) {
      case BATCH -> toBatch;
      case DIRECT -> toCall;
    };
  }
}

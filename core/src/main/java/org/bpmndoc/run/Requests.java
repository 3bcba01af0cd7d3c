package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.Channel;

/// The requests that are needed and have no document yet: those to be sent, by channel and first
/// come first, and those under way.
final class Requests {

  private final RunState state;
  private final Routes routes;
  private final Map<Fingerprint, Prepared> needed = new LinkedHashMap<>();
  private final SequencedSet<Fingerprint> toBatch = new LinkedHashSet<>();
  private final SequencedSet<Fingerprint> toCall = new LinkedHashSet<>();

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

  /// To be sent, unless an attempt at it is under way.
  void send(Fingerprint fingerprint) {
    if (!state.attempts().isOpen(fingerprint)) {
      find(fingerprint).ifPresent(work -> queue(routes.of(work)).add(fingerprint));
    }
  }

  void sent(Prepared work) {
    toBatch.remove(work.fingerprint());
    toCall.remove(work.fingerprint());
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

  /// What waits to be sent on a channel.
  List<Prepared> toSend(Channel channel) {
    List<Prepared> waiting = new ArrayList<>();
    for (Fingerprint fingerprint : queue(channel)) {
      find(fingerprint).ifPresent(waiting::add);
    }
    return waiting;
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

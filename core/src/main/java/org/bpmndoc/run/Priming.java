package org.bpmndoc.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bpmndoc.journal.Caches;

/// Decides what of the requests that are ready for a batch goes now, and how it uses the provider's
/// cache. A cold batch finds nothing in it that it did not write itself, and writing costs more
/// than not caching at all. So where the plan wants a beginning `primed`, the first request that
/// has it goes ahead as primer and the others are held until it is back. While the beginning is
/// warm they read it; once it is cold again they go without a mark.
record Priming(Set<String> primed, Caches caches, Instant now) {

  /// A provider that refuses this many primers one after another refuses the shape of the requests.
  static final int REFUSALS = 2;

  /// What goes into batches together. `primers` are by beginning the requests that write it,
  /// `reads` the beginnings that the others read.
  record Parcel(List<Prepared> requests, Map<String, Prepared> primers, Set<String> reads) {

    /// Whether a request of this parcel is marked for the cache.
    boolean isCached(Prepared one) {
      return primers.containsValue(one) || reads.contains(one.prefix());
    }

    /// The same once it is sent, maybe long after it was made up: what has become cold is not read.
    Parcel sentAt(Instant now, Caches caches) {
      Set<String> warm = new TreeSet<>(reads);
      warm.removeIf(prefix -> !caches.isWarm(prefix, now));
      return new Parcel(requests, primers, warm);
    }

    Parcel with(List<Prepared> some) {
      Map<String, Prepared> left = new TreeMap<>(primers);
      left.values().retainAll(some);
      return new Parcel(some, left, reads);
    }
  }

  /// At most two: primers, and what need not wait for any. What is in neither is held.
  List<Parcel> parcels(List<Prepared> ready) {
    Map<String, List<Prepared>> byPrefix = new LinkedHashMap<>();
    ready.forEach(one -> byPrefix.computeIfAbsent(one.prefix(), _ -> new ArrayList<>()).add(one));
    Map<String, Prepared> primers = new TreeMap<>();
    List<Prepared> now = new ArrayList<>();
    Set<String> reads = new TreeSet<>();
    byPrefix.forEach((prefix, requests) -> {
      if (!primed.contains(prefix)) {
        now.addAll(requests);
      } else if (caches.isWarm(prefix, this.now)) {
        now.addAll(requests);
        reads.add(prefix);
      } else if (caches.wasPrimed(prefix)) {
        now.addAll(requests);
      } else if (!caches.isPriming(prefix)) {
        primers.put(prefix, requests.getFirst());
      }
    });
    List<Parcel> parcels = new ArrayList<>();
    if (!primers.isEmpty()) {
      parcels.add(new Parcel(List.copyOf(primers.values()), primers, Set.of()));
    }
    if (!now.isEmpty()) {
      parcels.add(new Parcel(now, Map.of(), reads));
    }
    return parcels;
  }
}

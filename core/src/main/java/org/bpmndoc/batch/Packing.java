package org.bpmndoc.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bpmndoc.prompt.Request;

/// Cuts requests into batches, in order, each as full as the limits let it be.
public final class Packing {

  private Packing() {}

  /// Keeps the order. A request that is larger than a whole batch may be goes alone: the provider's
  /// own limit, which is wider, decides about it.
  public static <T> List<List<T>> pack(
      List<T> items, Function<T, Request> request, PackLimits limits) {
    List<List<T>> batches = new ArrayList<>();
    List<T> current = new ArrayList<>();
    long bytes = 0;
    for (T item : items) {
      long size = WireSize.bytesMax(request.apply(item));
      boolean full = current.size() == limits.requestsMax() || bytes + size > limits.bytesMax();
      if (full && !current.isEmpty()) {
        batches.add(List.copyOf(current));
        current.clear();
        bytes = 0;
      }
      current.add(item);
      bytes += size;
    }
    if (!current.isEmpty()) {
      batches.add(List.copyOf(current));
    }
    return batches;
  }
}

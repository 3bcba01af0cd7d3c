package org.bpmndoc.emulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Keeps batches as long as the process lives.
public final class MemoryShelf implements BatchShelf {

  private final Map<Long, StoredBatch> batches = new ConcurrentSkipListMap<>();
  private final Map<String, List<BatchRequest>> requests = new ConcurrentHashMap<>();

  @Override
  public List<StoredBatch> batches() {
    return List.copyOf(batches.values());
  }

  @Override
  public void add(StoredBatch batch, List<BatchRequest> sent) {
    requests.put(batch.id(), List.copyOf(sent));
    batches.put(batch.sequence(), batch);
  }

  @Override
  public void update(StoredBatch batch) {
    batches.put(batch.sequence(), batch);
    if (batch.deleted()) {
      requests.remove(batch.id());
    }
  }

  @Override
  public List<BatchRequest> requests(StoredBatch batch) {
    return requests.getOrDefault(batch.id(), List.of());
  }
}

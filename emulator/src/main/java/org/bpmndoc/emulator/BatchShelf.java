package org.bpmndoc.emulator;

import java.util.List;

/// Keeps batches. Results are not kept: they are written anew from the requests. Safe for many
/// threads at once.
public sealed interface BatchShelf permits MemoryShelf, FolderShelf {

  /// In rising [StoredBatch#sequence], deleted ones too.
  List<StoredBatch> batches();

  /// Keeps a new batch whole or, after a crash, not at all.
  void add(StoredBatch batch, List<BatchRequest> requests);

  /// Keeps what has become of a batch; the requests of a deleted one are thrown away.
  void update(StoredBatch batch);

  /// In the order in which they were sent.
  List<BatchRequest> requests(StoredBatch batch);
}

package org.bpmndoc.batch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a batch provider must be able to do. Nothing in here retries or waits: whoever calls
/// decides.
public interface BatchApi {

  /// Creates a batch, in one attempt. A [ProviderException] whose kind is AMBIGUOUS means that the
  /// batch may exist all the same.
  BatchSnapshot create(List<BatchItem> items) throws ProviderException;

  BatchSnapshot retrieve(String batchId) throws ProviderException;

  /// Hands every line of an ended batch's results to `sink`, in the provider's order, which means
  /// nothing, and returns how many lines could not be read. A line may be missing, or come twice:
  /// count.
  int results(String batchId, Consumer<Result> sink) throws ProviderException;

  /// Batches, newest first, from after that id; an empty list is the end.
  List<BatchSnapshot> list(Optional<String> after) throws ProviderException;

  /// Asks for an end. What is finished, and what is under way, still comes and costs.
  BatchSnapshot cancel(String batchId) throws ProviderException;

  /// Removes an ended batch and its results.
  void delete(String batchId) throws ProviderException;

  /// One result line. `customId` is as the provider gave it; it may be none of ours.
  record Result(String customId, Outcome outcome) {}
}

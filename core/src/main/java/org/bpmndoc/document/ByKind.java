package org.bpmndoc.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Something that each kind of contract has: what is in `named` for the kind, else what is `usual`.
public record ByKind<T>(T usual, Map<String, T> named) {

  public ByKind {
    named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
  }

  /// The same for all.
  public static <T> ByKind<T> same(T usual) {
    return new ByKind<>(usual, Map.of());
  }

  public T of(ContractId contract) {
    return of(contract.kind());
  }

  public T of(String kind) {
    return named.getOrDefault(kind, usual);
  }

  /// Each of them once, what is usual first.
  public List<T> all() {
    return Stream.concat(Stream.of(usual), named.values().stream()).distinct().toList();
  }

  public <R> ByKind<R> map(Function<? super T, ? extends R> function) {
    Map<String, R> mapped = new TreeMap<>();
    named.forEach((kind, of) -> mapped.put(kind, function.apply(of)));
    return new ByKind<>(function.apply(usual), mapped);
  }
}

package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/// What writing each node is expected to take.
public interface Needs<N> {

  /// The tokens of the request for a node, and of its answer, by what it sees of its children.
  TokenEstimate tokens(N node, ChildrenSeen seen);

  /// What the model charges that writes a node.
  ModelPrice price(N node);

  /// What the request for a node begins with, where it has that in common with others.
  Optional<SharedPrefix> prefix(N node);

  /// How many times the expected cost 95 runs in 100 cost at most, 1 or more.
  BigDecimal costSpread();

  /// The beginning of a request, the same to the last byte for all nodes with that `name`.
  record SharedPrefix(String name, long tokens) {}

  /// Known exactly, with one price and nothing in common.
  static <N> Needs<N> of(Function<N, TokenEstimate> tokens, ModelPrice price) {
    return new Needs<>() {
      @Override
      public TokenEstimate tokens(N node, ChildrenSeen seen) {
        return tokens.apply(node);
      }

      @Override
      public ModelPrice price(N node) {
        return price;
      }

      @Override
      public Optional<SharedPrefix> prefix(N node) {
        return Optional.empty();
      }

      @Override
      public BigDecimal costSpread() {
        return BigDecimal.ONE;
      }
    };
  }
}

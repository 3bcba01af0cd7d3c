package org.bpmndoc.store.sql;

import org.jdbi.v3.core.Handle;

/// Asks, in the transaction of each change, whether this process may still make it. Fails with
/// [StateException] where it may not.
interface Fence {

  /// Nothing is in the way but the keys of the tables.
  Fence OPEN = _ -> {};

  void pass(Handle handle);

  /// Passes with the intent to create something that nobody else must create: on return there is
  /// time enough left to do so.
  default void passToCreate(Handle handle) {
    pass(handle);
  }
}

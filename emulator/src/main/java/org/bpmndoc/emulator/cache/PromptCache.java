package org.bpmndoc.emulator.cache;

import java.util.Map;

/// The prompt cache as one request meets it.
public interface PromptCache {

  /// What is there when the request comes.
  Visit visit(Prompt prompt);

  /// The request was answered. One that was not leaves nothing.
  void leave(Visit visit);

  /// Tells again what was found before.
  static PromptCache as(CacheUse before) {
    return new PromptCache() {
      @Override
      public Visit visit(Prompt prompt) {
        return new Visit(before, Map.of());
      }

      @Override
      public void leave(Visit visit) {}
    };
  }
}

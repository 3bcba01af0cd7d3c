package org.bpmndoc.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.EntryJson;
import org.bpmndoc.journal.Journal;

/// A journal in memory. Entries go through their JSON, as they would on a disk.
public final class MemoryJournal implements Journal {

  private final Map<String, List<String>> runs = new LinkedHashMap<>();

  @Override
  public void append(String run, long first, List<Entry> entries) {
    List<String> lines = runs.computeIfAbsent(run, _ -> new ArrayList<>());
    if (first != lines.size() + 1) {
      throw new FenceException(
          run, first, new IllegalStateException("the next sequence is " + (lines.size() + 1)));
    }
    entries.forEach(entry -> lines.add(EntryJson.write(entry)));
  }

  @Override
  public List<Entry> entries(String run) {
    return runs.getOrDefault(run, List.of()).stream().map(EntryJson::read).toList();
  }

  @Override
  public List<Entry> entries(String run, Set<Class<? extends Entry>> kinds) {
    return entries(run).stream().filter(entry -> kinds.contains(entry.getClass())).toList();
  }

  @Override
  public List<String> runs() {
    return List.copyOf(runs.keySet());
  }

  @Override
  public Optional<String> newestRun() {
    return runs.keySet().stream().reduce((_, later) -> later);
  }
}

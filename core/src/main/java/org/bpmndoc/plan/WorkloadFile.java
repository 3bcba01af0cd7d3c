package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bpmndoc.json.FileCheck;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.LocatedJson.Members;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.plan.Workload.Level;

/// Reads a workload file.
final class WorkloadFile {

  private static final int SUBJECTS_MAX = 2_000_000;
  private static final int TOKENS_MAX = 100_000_000;
  private static final BigDecimal BATCH_FACTOR = new BigDecimal("0.5");
  private static final BigDecimal CACHE_WRITE = new BigDecimal("2");
  private static final BigDecimal CACHE_READ = new BigDecimal("0.1");

  private final FileCheck check = new FileCheck();

  private WorkloadFile() {}

  static Workload parse(Path file, LocatedJson json) throws UnusableFileException {
    return new WorkloadFile().workload(file, json);
  }

  private Workload workload(Path file, LocatedJson json) throws UnusableFileException {
    Members members =
        check.members(
            json,
            "a workload",
            "note",
            "inputPerMTok",
            "outputPerMTok",
            "cacheWriteMultiplier",
            "cacheReadMultiplier",
            "levels");
    BigDecimal input = check.amount(members, "inputPerMTok");
    BigDecimal output = check.amount(members, "outputPerMTok");
    BigDecimal cacheWrite =
        input.multiply(check.amount(members, "cacheWriteMultiplier", CACHE_WRITE));
    BigDecimal cacheRead = input.multiply(check.amount(members, "cacheReadMultiplier", CACHE_READ));
    List<Level> levels = levels(members);
    check.finish();
    ModelPrice.Tier tier =
        new ModelPrice.Tier(OptionalLong.empty(), input, output, cacheWrite, cacheWrite, cacheRead);
    ModelPrice price =
        new ModelPrice(
            "workload",
            BATCH_FACTOR,
            List.of(tier),
            0,
            Optional.empty(),
            file.getFileName().toString());
    return new Workload(file, levels, price);
  }

  private List<Level> levels(Members workload) {
    List<Level> levels = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long subjects = 0;
    for (LocatedJson item : check.items(workload, "levels")) {
      Members entry =
          check.members(
              item,
              "a level",
              "note",
              "name",
              "contract",
              "subjects",
              "inputTokens",
              "outputTokens",
              "sharedPrefixTokens");
      Level level = level(entry);
      if (!names.add(level.name())) {
        check.expected(entry, "name", "a name no level before has");
      }
      subjects += level.subjects();
      if (subjects > SUBJECTS_MAX) {
        check.expected(entry, "subjects", "at most " + SUBJECTS_MAX + " in all levels together");
      }
      levels.add(level);
    }
    return levels;
  }

  private Level level(Members entry) {
    String name = check.text(entry, "name");
    int subjects = check.count(entry, "subjects", 1, SUBJECTS_MAX);
    int input = check.count(entry, "inputTokens", 0, TOKENS_MAX);
    int output = check.count(entry, "outputTokens", 0, TOKENS_MAX);
    int prefix = check.optionalCount(entry, "sharedPrefixTokens", 0, TOKENS_MAX).orElse(0);
    if (prefix > input) {
      check.expected(entry, "sharedPrefixTokens", "at most the inputTokens, " + input);
    }
    String contract = entry.values().containsKey("contract") ? check.text(entry, "contract") : name;
    return new Level(name, contract, subjects, new TokenEstimate(input, output), prefix);
  }
}

package org.bpmndoc.testing.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bpmndoc.batch.PackLimits;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.run.RunSettings;

/// What a simulated run is given. Where answers are `varying`, the same request never gets the same
/// words twice, as with a real model. With a `deadline` the run is to be done that long after it
/// began. Where it is `priming`, one request goes ahead of the others; `waitsMax` is how often its
/// plan lets it wait at most.
record Terms(
    World world,
    Weather weather,
    RunSettings settings,
    boolean varying,
    Optional<Duration> deadline,
    boolean priming,
    Optional<Integer> waitsMax) {

  /// Without a budget, and without much looking in vain, each of which is like the last.
  static final RunSettings SETTINGS =
      settings(20, Optional.empty(), PackLimits.DEFAULT, false, true);

  static Terms of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = World.random(random.split());
    return new Terms(
        world,
        Weather.random(random.split()),
        settings(random.split(), world.subjects().size()),
        random.nextInt(4) == 0,
        random.nextInt(3) == 0
            ? Optional.of(Duration.ofMinutes(10 + random.nextInt(600)))
            : Optional.empty(),
        random.nextInt(3) == 0,
        random.nextInt(3) == 0 ? Optional.of(1 + random.nextInt(6)) : Optional.empty());
  }

  private static RunSettings settings(SplittableRandom random, int subjects) {
    int polls = 1 << random.nextInt(6);
    Optional<Usd> budget =
        random.nextInt(3) == 0
            ? Optional.of(new Usd(BigDecimal.valueOf(1 + random.nextInt(5 * subjects), 2)))
            : Optional.empty();
    PackLimits limits =
        random.nextBoolean()
            ? PackLimits.DEFAULT
            : new PackLimits(1 + random.nextInt(6), Long.MAX_VALUE);
    return settings(polls, budget, limits, random.nextInt(5) == 0, random.nextInt(5) != 0)
        .withBarrier(random.nextBoolean());
  }

  private static RunSettings settings(
      int polls, Optional<Usd> budget, PackLimits limits, boolean keepRemote, boolean wait) {
    RunSettings standard = RunSettings.DEFAULT;
    return new RunSettings(
        standard.poll().multipliedBy(polls),
        SimulatedBatches.LIST_DELAY,
        standard.patience(),
        Oracle.TRIES,
        limits,
        budget,
        _ -> false,
        keepRemote,
        wait,
        false,
        false,
        standard.barrier(),
        standard.failFlawed());
  }
}

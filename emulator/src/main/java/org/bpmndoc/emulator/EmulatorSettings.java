package org.bpmndoc.emulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.bpmndoc.emulator.fault.Faults;
import org.bpmndoc.plan.Prices;

/// How an emulator behaves.
///
/// `port` 0 takes any that is free. Where a `key` is given, no other is let in. A batch ends when
/// `clock` has moved on by `turnaround`. Where `keepsBodies` is false only the newest requests are
/// remembered, and what was in them is not. `thinking` is what models that think add to the output
/// of an answer.
public record EmulatorSettings(
    int port,
    Optional<String> key,
    Duration turnaround,
    InstantSource clock,
    Writer writer,
    BatchShelf shelf,
    Prices prices,
    boolean keepsBodies,
    Faults faults,
    Thinking thinking) {

  public EmulatorSettings {
    if (turnaround.isNegative()) {
      throw new IllegalArgumentException("a batch takes no negative time, found " + turnaround);
    }
    if (key.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a key that is required is not blank");
    }
  }

  /// Any port, any key, batches that end at once and are kept in memory, the built-in prices, the
  /// usual thinking.
  public static EmulatorSettings of(Writer writer) {
    return new EmulatorSettings(
        0,
        Optional.empty(),
        Duration.ZERO,
        InstantSource.system(),
        writer,
        new MemoryShelf(),
        Prices.builtIn(),
        true,
        Faults.NONE,
        Thinking.USUAL);
  }

  public EmulatorSettings withPort(int number) {
    return new EmulatorSettings(
        number, key, turnaround, clock, writer, shelf, prices, keepsBodies, faults, thinking);
  }

  public EmulatorSettings withKey(String required) {
    return new EmulatorSettings(
        port,
        Optional.of(required),
        turnaround,
        clock,
        writer,
        shelf,
        prices,
        keepsBodies,
        faults,
        thinking);
  }

  public EmulatorSettings withTime(InstantSource source, Duration batchTurnaround) {
    return new EmulatorSettings(
        port, key, batchTurnaround, source, writer, shelf, prices, keepsBodies, faults, thinking);
  }

  public EmulatorSettings withShelf(BatchShelf other) {
    return new EmulatorSettings(
        port, key, turnaround, clock, writer, other, prices, keepsBodies, faults, thinking);
  }

  public EmulatorSettings withPrices(Prices other) {
    return new EmulatorSettings(
        port, key, turnaround, clock, writer, shelf, other, keepsBodies, faults, thinking);
  }

  public EmulatorSettings withoutKeepingBodies() {
    return new EmulatorSettings(
        port, key, turnaround, clock, writer, shelf, prices, false, faults, thinking);
  }

  public EmulatorSettings withFaults(Faults other) {
    return new EmulatorSettings(
        port, key, turnaround, clock, writer, shelf, prices, keepsBodies, other, thinking);
  }

  public EmulatorSettings withThinking(Thinking other) {
    return new EmulatorSettings(
        port, key, turnaround, clock, writer, shelf, prices, keepsBodies, faults, other);
  }
}

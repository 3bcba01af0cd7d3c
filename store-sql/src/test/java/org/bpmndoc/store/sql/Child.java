package org.bpmndoc.store.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.journal.Journal.FenceException;

/// A process of its own that works on a state: appends what it is told to, holds it, says so and
/// then waits to be ended.
final class Child implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;

  private Child(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  static Child start(StateAddress state, String what, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    command.addAll(List.of(text(state), what));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  private static String text(StateAddress state) {
    return switch (state) {
      case StateAddress.Folder folder -> folder.path().toString();
      case StateAddress.Server server -> server.url();
    };
  }

  long pid() {
    return process.pid();
  }

  /// What the child says next.
  String line() throws IOException {
    return String.valueOf(out.readLine());
  }

  /// Everything the child says until it ends by itself.
  Stream<String> lines() {
    return out.lines();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] args) throws IOException {
    StateAddress address = StateAddress.parse(args[0], Map.of());
    switch (args[1]) {
      case "append" -> append(address);
      case "hold" -> hold(address);
      case "start" -> start(address);
      case "halt" -> {
        State.open(address).close();
        Runtime.getRuntime().halt(0);
      }
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  private static void append(StateAddress address) throws IOException {
    State state = State.open(address);
    Hold _ = state.hold(StateContract.TERMS);
    for (int i = 1; i <= 20; i++) {
      state.journal().append("r1", i, List.of(Samples.failed("entry " + i)));
      state.documents().put(Samples.document("document " + i), true);
    }
    sayAndWait("appended 20");
  }

  private static void hold(StateAddress address) throws IOException {
    State state = State.open(address);
    try {
      Hold _ = state.hold(StateContract.TERMS);
      sayAndWait("held");
    } catch (StateException e) {
      System.out.println(e.kind() + " " + e.getMessage());
    }
  }

  /// Starts runs until there are fifty, beside others who do the same.
  private static void start(StateAddress address) {
    try (State state = State.open(address)) {
      IntStream.range(0, 50)
          .mapToObj(i -> "run-" + i)
          .filter(run -> isFirst(state, run))
          .forEach(System.out::println);
    }
  }

  private static boolean isFirst(State state, String run) {
    try {
      state.journal().append(run, 1, List.of(Samples.started(run), Samples.failed(run)));
      return true;
    } catch (FenceException e) {
      return false;
    }
  }

  private static void sayAndWait(String what) throws IOException {
    System.out.println(what);
    System.out.flush();
    System.in.read();
  }
}

package org.bpmndoc.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// The world around one invocation: where results and messages go, where answers come from, and the
/// environment. `terminal` says whether a person is there to watch and to ask.
record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    boolean terminal,
    Map<String, String> environment) {

  static Console ofProcess() {
    return new Console(
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.in,
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent(),
        System.getenv());
  }
}

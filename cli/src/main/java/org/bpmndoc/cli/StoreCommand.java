package org.bpmndoc.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bpmndoc store`: documents as one file, out of a state and into another.
@Command(name = "store", description = "Take documents out of a state as one file, or into it.")
final class StoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "expected store export or store import");
  }
}

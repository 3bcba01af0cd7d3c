package org.bpmndoc.cli.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Who is told when a run ends or pauses: a command, in words as they are passed to it, and an
/// address. Either may be missing.
public record Notify(List<String> command, Optional<URI> url) {

  public Notify {
    command = List.copyOf(command);
  }
}

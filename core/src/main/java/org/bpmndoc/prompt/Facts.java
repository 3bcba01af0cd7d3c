package org.bpmndoc.prompt;

import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import tools.jackson.databind.node.ObjectNode;

/// What may be said of one subject to a model, as one compact JSON object, and the aliases in it.
///
/// Made from an allow-list. No id, file name, coordinate or caller is in it, nor anything of the
/// rest of its process but its name and purpose, how it starts and how it ends, so that two
/// subjects that are alike have the same facts to the last byte, and a leaf keeps its facts when
/// its process changes elsewhere.
public record Facts(ObjectNode json, Aliases aliases) {

  /// Of one subject; for many of a landscape, [LandscapeFacts] is made once.
  public static Facts of(Landscape landscape, Subject subject) {
    return new LandscapeFacts(landscape).of(subject);
  }
}

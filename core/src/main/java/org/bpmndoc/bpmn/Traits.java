package org.bpmndoc.bpmn;

import java.util.List;

/// What an activity or a process says of itself beside its name, its kind and its flow.
///
/// `reads` and `writes` are the ids of the data that flows into it and out of it, `uses` those of
/// data that is joined to it by a line that says no more. `inputs` and `outputs` are the names of
/// what it declares to be given and to give back, `properties` those of its own variables, `roles`
/// those of the resources that are responsible.
public record Traits(
    boolean forCompensation,
    List<String> reads,
    List<String> writes,
    List<String> uses,
    List<String> inputs,
    List<String> outputs,
    List<String> properties,
    List<String> roles) {

  public static final Traits NONE =
      new Traits(
          false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Traits {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    uses = List.copyOf(uses);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    properties = List.copyOf(properties);
    roles = List.copyOf(roles);
  }
}

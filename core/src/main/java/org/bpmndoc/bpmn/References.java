package org.bpmndoc.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.Element;

/// Checks the ids of one file and what refers to them, once everything has been read.
final class References {

  private final Map<String, Element> firstById = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private References() {}

  static List<Diagnostic> check(Definitions definitions) {
    References references = new References();
    Set<String> processes = new HashSet<>();
    for (Definitions.Process process : definitions.processes()) {
      processes.add(process.id());
      references.add("process", process.element());
      references.check(process.content());
    }
    for (Definitions.Collaboration collaboration : definitions.collaborations()) {
      collaboration.participants().forEach(found -> references.check(found, processes));
    }
    return references.diagnostics;
  }

  private void check(FlowContent content) {
    Set<String> nodes = new HashSet<>();
    content.nodes().forEach(node -> nodes.add(node.id()));
    nodes.remove("");
    for (FlowNode node : content.nodes()) {
      add("node", node.element());
      switch (node) {
        case FlowNode.SubProcess subProcess -> check(subProcess.content());
        case FlowNode.Event event -> checkAttached(event, nodes);
        case FlowNode.Task _, FlowNode.CallActivity _, FlowNode.Gateway _ -> {}
      }
    }
    for (FlowContent.SequenceFlow flow : content.flows()) {
      checkEnd(flow, "starts", flow.source(), nodes);
      checkEnd(flow, "ends", flow.target(), nodes);
    }
  }

  private void add(String what, Element element) {
    if (element.id().isEmpty()) {
      warn(
          "id-missing",
          element,
          "expected an id on the " + what + quoted(element) + ", found none",
          "give it one; nothing can refer to it");
      return;
    }
    Element first = firstById.putIfAbsent(element.id(), element);
    if (first != null) {
      warn(
          "id-duplicate",
          element,
          "the id \"" + element.id() + "\" is already used in line " + first.location().line(),
          "give it an id of its own; references mean the first");
    }
  }

  private void checkAttached(FlowNode.Event event, Set<String> nodes) {
    if (event.position() == FlowNode.EventPosition.BOUNDARY
        && event.attachedTo().filter(nodes::contains).isEmpty()) {
      warn(
          "boundary-unattached",
          event.element(),
          "expected the boundary event"
              + quoted(event.element())
              + " on an activity next to it, found "
              + event.attachedTo().map(id -> "\"" + id + "\"").orElse("no attachedToRef"),
          "attach it to an activity in the modeler");
    }
  }

  private void checkEnd(FlowContent.SequenceFlow flow, String does, String end, Set<String> nodes) {
    if (!nodes.contains(end)) {
      warn(
          "flow-dangling",
          flow.element(),
          "the sequence flow"
              + quoted(flow.element())
              + " "
              + does
              + (end.isEmpty() ? " nowhere" : " at \"" + end + "\", which is not a node beside it"),
          "connect it in the modeler, or delete it");
    }
  }

  private void check(Definitions.Participant participant, Set<String> processes) {
    participant
        .process()
        .filter(process -> !processes.contains(process))
        .ifPresent(process ->
            diagnostics.add(
                new Diagnostic(
                    Severity.INFO,
                    "pool-process-elsewhere",
                    participant.element().location(),
                    "the pool"
                        + quoted(participant.element())
                        + " refers to process \""
                        + process
                        + "\", which is not in this file",
                    "nothing to do, if another file has it; else correct the reference")));
  }

  private static String quoted(Element element) {
    return element.label().isEmpty() ? "" : " \"" + element.label() + "\"";
  }

  private void warn(String code, Element element, String message, String hint) {
    diagnostics.add(new Diagnostic(Severity.WARNING, code, element.location(), message, hint));
  }
}

package org.bpmndoc.landscape;

import org.bpmndoc.bpmn.FlowNode;

/// BPMN's element names of what has a place, and DMN's.
final class NodeTypes {

  static final String PROCESS = "process";
  static final String DECISION = "decision";
  static final String CALL_ACTIVITY = "callActivity";

  private NodeTypes() {}

  static String of(FlowNode.Activity activity) {
    return switch (activity) {
      case FlowNode.Task task -> task.kind().bpmnName();
      case FlowNode.CallActivity _ -> CALL_ACTIVITY;
      case FlowNode.SubProcess subProcess -> subProcess.kind().bpmnName();
    };
  }
}

package org.bpmndoc.landscape;

import org.bpmndoc.bpmn.FlowNode;

/// One task that names a decision, and the link that was made.
///
/// `id` names the task the way a subject is named, whether or not it is one.
public record DecisionCall(SubjectId id, FlowNode.Task node, DecisionLink link) {}

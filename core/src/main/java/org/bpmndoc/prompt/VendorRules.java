package org.bpmndoc.prompt;

import static org.bpmndoc.prompt.Vendor.CAMUNDA;
import static org.bpmndoc.prompt.Vendor.FLOWABLE;
import static org.bpmndoc.prompt.Vendor.JBPM;
import static org.bpmndoc.prompt.Vendor.SIGNAVIO;
import static org.bpmndoc.prompt.Vendor.ZEEBE;
import static org.bpmndoc.prompt.VendorRule.Saying.NAME;
import static org.bpmndoc.prompt.VendorRule.Saying.NAMES;
import static org.bpmndoc.prompt.VendorRule.Saying.PRESENCE;
import static org.bpmndoc.prompt.VendorRule.Saying.TEXT;

import java.util.List;
import java.util.Set;

/// All that is understood of vendors' extensions, form fields apart. `docs/reference/facts.md` says
/// the same to readers. Scripts, expressions, values of properties, assignees and candidate users
/// are in no rule.
final class VendorRules {

  static final String BINDING = "binding.";
  static final String CANDIDATE_GROUPS = "candidateGroups";
  static final String DESCRIPTION = "description";
  static final String IMPLEMENTATION = "implementation.";
  static final String INPUTS = "inputs";
  static final String LISTENERS = "listeners";
  static final String OUTPUTS = "outputs";
  static final String SCHEDULING = "scheduling";
  static final String VERSION_TAG = "versionTag";

  /// Engines that share their ancestors, and most of their words.
  private static final Set<Vendor> ENGINES = Set.of(CAMUNDA, FLOWABLE);

  private static final Set<Vendor> MODELERS = Set.of(CAMUNDA, ZEEBE);

  static final List<VendorRule> ALL =
      List.of(
          // What does the work.
          rule(ENGINES, "@class", IMPLEMENTATION + "class", NAME),
          rule(ENGINES, "@topic", IMPLEMENTATION + "topic", NAME),
          rule(ENGINES, "@type", IMPLEMENTATION + "type", NAME),
          rule(ENGINES, "@delegateExpression", IMPLEMENTATION + "kind", PRESENCE),
          rule(ENGINES, "@expression", IMPLEMENTATION + "kind", PRESENCE),
          rule(ENGINES, "connector/connectorId", IMPLEMENTATION + "connector", NAME),
          rule(ENGINES, "@decisionRef", IMPLEMENTATION + "decisionRef", NAME),
          rule(ENGINES, "@resultVariable", IMPLEMENTATION + "resultVariable", NAME),
          rule(Set.of(FLOWABLE), "@resultVariableName", IMPLEMENTATION + "resultVariable", NAME),
          rule(Set.of(CAMUNDA), "@caseRef", IMPLEMENTATION + "caseRef", NAME),
          rule(Set.of(ZEEBE), "taskDefinition@type", IMPLEMENTATION + "type", NAME),
          rule(Set.of(ZEEBE), "script@expression", IMPLEMENTATION + "kind", PRESENCE),
          rule(Set.of(ZEEBE), "script@resultVariable", IMPLEMENTATION + "resultVariable", NAME),
          rule(Set.of(ZEEBE), "calledDecision@decisionId", IMPLEMENTATION + "decisionId", NAME),
          rule(
              Set.of(ZEEBE),
              "calledDecision@resultVariable",
              IMPLEMENTATION + "resultVariable",
              NAME),
          rule(MODELERS, "@modelerTemplate", IMPLEMENTATION + "template", NAME),
          rule(MODELERS, "@modelerTemplateVersion", IMPLEMENTATION + "templateVersion", NAME),
          rule(Set.of(JBPM), "@taskName", IMPLEMENTATION + "type", NAME),
          rule(Set.of(JBPM), "@ruleFlowGroup", IMPLEMENTATION + "ruleFlowGroup", NAME),
          // Which form is shown.
          rule(ENGINES, "@formKey", IMPLEMENTATION + "formKey", NAME),
          rule(Set.of(CAMUNDA), "@formRef", IMPLEMENTATION + "formRef", NAME),
          rule(Set.of(ZEEBE), "formDefinition@formKey", IMPLEMENTATION + "formKey", NAME),
          rule(Set.of(ZEEBE), "formDefinition@formId", IMPLEMENTATION + "formId", NAME),
          // What goes in and comes out.
          rule(ENGINES, "inputOutput/inputParameter@name", INPUTS, NAME),
          rule(ENGINES, "in@target", INPUTS, NAME),
          rule(Set.of(ZEEBE), "ioMapping/input@target", INPUTS, NAME),
          rule(ENGINES, "inputOutput/outputParameter@name", OUTPUTS, NAME),
          rule(ENGINES, "out@target", OUTPUTS, NAME),
          rule(Set.of(ZEEBE), "ioMapping/output@target", OUTPUTS, NAME),
          // Who may do it, and when.
          rule(ENGINES, "@candidateGroups", CANDIDATE_GROUPS, NAMES),
          rule(ENGINES, "@candidateStarterGroups", CANDIDATE_GROUPS, NAMES),
          rule(Set.of(ZEEBE), "assignmentDefinition@candidateGroups", CANDIDATE_GROUPS, NAMES),
          rule(ENGINES, "@dueDate", SCHEDULING, PRESENCE),
          rule(ENGINES, "@followUpDate", SCHEDULING, PRESENCE),
          rule(ENGINES, "@priority", SCHEDULING, PRESENCE),
          rule(Set.of(ZEEBE), "taskSchedule@dueDate", SCHEDULING, PRESENCE),
          rule(Set.of(ZEEBE), "taskSchedule@followUpDate", SCHEDULING, PRESENCE),
          rule(Set.of(ZEEBE), "priorityDefinition@priority", SCHEDULING, PRESENCE),
          // Which events are listened to.
          rule(ENGINES, "executionListener@event", LISTENERS, NAME),
          rule(ENGINES, "taskListener@event", LISTENERS, NAME),
          rule(Set.of(FLOWABLE), "eventListener@events", LISTENERS, NAMES),
          rule(Set.of(ZEEBE), "executionListeners/executionListener@eventType", LISTENERS, NAME),
          rule(Set.of(ZEEBE), "taskListeners/taskListener@eventType", LISTENERS, NAME),
          rule(Set.of(JBPM), "onEntry-script", LISTENERS, PRESENCE),
          rule(Set.of(JBPM), "onExit-script", LISTENERS, PRESENCE),
          // Which version is called, and which this is.
          rule(Set.of(CAMUNDA), "@calledElementBinding", BINDING + "kind", NAME),
          rule(Set.of(CAMUNDA), "@calledElementVersion", BINDING + "version", NAME),
          rule(Set.of(CAMUNDA), "@calledElementVersionTag", BINDING + "versionTag", NAME),
          rule(Set.of(ZEEBE), "calledElement@bindingType", BINDING + "kind", NAME),
          rule(Set.of(ZEEBE), "calledElement@versionTag", BINDING + "versionTag", NAME),
          rule(Set.of(CAMUNDA), "@versionTag", VERSION_TAG, NAME),
          rule(Set.of(ZEEBE), "versionTag@value", VERSION_TAG, NAME),
          rule(Set.of(JBPM), "@version", VERSION_TAG, NAME),
          // What it is for.
          rule(Set.of(JBPM), "metaData[name=customDescription]/metaValue", DESCRIPTION, TEXT),
          rule(
              Set.of(SIGNAVIO),
              "signavioDiagramMetaData[metaKey=processgoal]@metaValue",
              DESCRIPTION,
              TEXT),
          rule(
              Set.of(SIGNAVIO),
              "signavioMetaData[metaKey=processgoal]@metaValue",
              DESCRIPTION,
              TEXT));

  private VendorRules() {}

  private static VendorRule rule(
      Set<Vendor> vendors, String path, String fact, VendorRule.Saying saying) {
    return new VendorRule(vendors, path, fact, saying);
  }
}

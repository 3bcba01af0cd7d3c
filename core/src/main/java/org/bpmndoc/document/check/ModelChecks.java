package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Finding;
import tools.jackson.databind.JsonNode;

/// All checks of a document against its model: those that every document has to pass, and those
/// that its contract asks for.
final class ModelChecks {

  private ModelChecks() {}

  static List<Finding> all(Contract contract, JsonNode content, Grounds grounds) {
    List<Finding> findings = new ArrayList<>(AliasCheck.of(content, grounds));
    Reach reach = new Reach(grounds);
    findings.addAll(ClaimsCheck.of(content, grounds, reach));
    Mentions mentions = new Mentions(grounds);
    List<Texts.Text> sentences = Texts.sentences(content);
    findings.addAll(BranchCheck.of(sentences, grounds, reach, mentions));
    findings.addAll(QuantityCheck.of(sentences, grounds, reach, mentions));
    findings.addAll(WhoCheck.of(sentences, grounds));
    for (Contract.Check check : contract.checks()) {
      findings.addAll(one(check, content, sentences, grounds, reach, mentions));
    }
    return findings;
  }

  private static List<Finding> one(
      Contract.Check check,
      JsonNode content,
      List<Texts.Text> sentences,
      Grounds grounds,
      Reach reach,
      Mentions mentions) {
    String field = check.field();
    return switch (check.kind()) {
      case CHILDREN -> ChildrenCheck.of(content, field, grounds);
      case FLOW_ORDER ->
          Stream.concat(
                  OrderCheck.of(content, field, grounds, reach).stream(),
                  SequenceCheck.of(sentences, field, grounds, reach, mentions).stream())
              .toList();
      case STEPS -> StepsCheck.of(content, field, grounds);
      case DECISIONS -> DecisionsCheck.of(content, field, grounds, reach);
      case EVENTS -> EventsCheck.of(content, field, grounds, reach);
      case RULES -> RulesCheck.of(content, field, grounds);
      case ROLES -> RolesCheck.of(content, field, grounds);
      case NAMES -> NamesCheck.of(content, field, grounds);
    };
  }
}

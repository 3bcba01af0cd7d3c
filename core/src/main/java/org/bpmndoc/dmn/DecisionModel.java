package org.bpmndoc.dmn;

import java.util.List;
import org.bpmndoc.xml.Element;

/// One DMN file: its decisions and what they are made from, in document order.
///
/// `namespace` is what other files name it by; it may be empty.
public record DecisionModel(
    String file,
    String namespace,
    List<Decision> decisions,
    List<DecisionService> services,
    List<InputData> inputData,
    List<KnowledgeModel> knowledgeModels,
    List<KnowledgeSource> knowledgeSources) {

  public DecisionModel {
    decisions = List.copyOf(decisions);
    services = List.copyOf(services);
    inputData = List.copyOf(inputData);
    knowledgeModels = List.copyOf(knowledgeModels);
    knowledgeSources = List.copyOf(knowledgeSources);
  }

  /// A decision, the question it answers and the answers it allows (both may be empty), its logic,
  /// and what it requires.
  public record Decision(
      Element element,
      String question,
      String allowedAnswers,
      DecisionLogic logic,
      Requirements requires) {
    public String id() {
      return element.id();
    }
  }

  /// What a decision is made from: other decisions, data, knowledge models (functions), knowledge
  /// sources (laws, policies, people).
  public record Requirements(
      List<Reference> decisions,
      List<Reference> inputData,
      List<Reference> knowledgeModels,
      List<Reference> knowledgeSources) {
    public Requirements {
      decisions = List.copyOf(decisions);
      inputData = List.copyOf(inputData);
      knowledgeModels = List.copyOf(knowledgeModels);
      knowledgeSources = List.copyOf(knowledgeSources);
    }
  }

  /// Names an element by id; `namespace` is that of another file's model, empty for the own file.
  public record Reference(String namespace, String id) {

    /// From `#id` or `namespace#id`, as it stands in an `href`.
    static Reference of(String href) {
      int hash = href.lastIndexOf('#');
      return hash < 0
          ? new Reference("", href)
          : new Reference(href.substring(0, hash), href.substring(hash + 1));
    }
  }

  /// Decisions that are asked together; `outputs` are those whose results are given.
  public record DecisionService(Element element, List<Reference> outputs) {
    public DecisionService {
      outputs = List.copyOf(outputs);
    }
  }

  /// Data that decisions are made from; `type` may be empty.
  public record InputData(Element element, String type) {}

  /// Logic that decisions share.
  public record KnowledgeModel(Element element, DecisionLogic logic) {}

  public record KnowledgeSource(Element element) {}
}

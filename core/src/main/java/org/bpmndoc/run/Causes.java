package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.SentRequest;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Sent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds out what has become different since a document was written, how it is asked for first,
/// then its own facts, then its children. Facts are compared as they were sent, with pseudonyms.
final class Causes {

  /// The document that there is. `sent` is what was sent for it and `begun` how its run began,
  /// where these were kept.
  record Then(
      Assignment assignment,
      Document document,
      Optional<SentRequest> sent,
      Optional<Entry.RunStarted> begun) {

    private Optional<String> model() {
      return sent.map(SentRequest::model)
          .or(() -> begun.map(run -> run.writers().of(document.contract()).model()));
    }

    private Optional<String> language() {
      return sent.map(SentRequest::language)
          .or(() ->
              Optional.of(document.origin().language()).filter(language -> !language.isEmpty()))
          .or(() -> begun.map(Entry.RunStarted::language));
    }
  }

  /// What shows a child in its parent's facts, as against its place there.
  private static final Set<String> SHOWN = Set.of("fidelity", "note", "document", "outline");

  private final Then then;
  private final Rendering rendering;
  private final SentRequest now;
  private final List<Cause> causes = new ArrayList<>();

  private Causes(Then then, Rendering rendering, String language) {
    this.then = then;
    this.rendering = rendering;
    this.now = Sent.of(rendering, language);
  }

  /// None where the request would be the same. `toWrite` are the children that are to be written
  /// before it.
  static List<Cause> of(Then then, Rendering now, String language, Set<SubjectId> toWrite) {
    return new Causes(then, now, language).all(toWrite);
  }

  private List<Cause> all(Set<SubjectId> toWrite) {
    if (!now.fingerprint().equals(then.document().fingerprint())) {
      howItIsAskedFor();
      own();
      children();
      if (causes.isEmpty() && toWrite.isEmpty()) {
        causes.add(new Cause.Unclear());
      }
    }
    toWrite.forEach(child -> causes.add(new Cause.ChildToWrite(child)));
    return List.copyOf(causes);
  }

  private void howItIsAskedFor() {
    then.model()
        .filter(model -> !model.equals(now.model()))
        .ifPresent(model -> causes.add(new Cause.Model(model, now.model())));
    then.language()
        .filter(language -> !language.equals(now.language()))
        .ifPresent(language -> causes.add(new Cause.Language(language, now.language())));
    if (!then.document().contract().equals(now.contract())) {
      causes.add(
          new Cause.ContractChanged(
              then.document().contract().toString(), now.contract().toString()));
    } else {
      then.sent().ifPresent(this::byTheSameContract);
    }
  }

  /// The language stands in the instructions.
  private void byTheSameContract(SentRequest sent) {
    if (sent.language().equals(now.language()) && !sent.instructions().equals(now.instructions())) {
      causes.add(new Cause.Instructions());
    }
    if (!sent.schema().equals(now.schema())
        || sent.model().equals(now.model()) && sent.answerTokensMax() != now.answerTokensMax()) {
      causes.add(new Cause.AnswerShape());
    }
  }

  private void own() {
    if (then.sent().isPresent()) {
      Difference.first(ownFacts(then.sent().get().facts()), ownFacts(now.facts()))
          .ifPresent(difference -> causes.add(new Cause.Facts(difference)));
    } else if (causes.isEmpty()
        && !then.assignment().lineage().own().isEmpty()
        && !then.assignment().lineage().own().equals(rendering.lineage().own())) {
      causes.add(new Cause.FactsNotKept());
    }
  }

  /// The facts without what is known of the children but their places.
  private static JsonNode ownFacts(JsonNode facts) {
    JsonNode own = facts.deepCopy();
    for (JsonNode child : own.path("children")) {
      if (child instanceof ObjectNode object) {
        object.remove(SHOWN);
      }
    }
    return own;
  }

  private void children() {
    Map<SubjectId, Lineage.Seen> before = byChild(then.assignment().lineage());
    Map<SubjectId, Lineage.Seen> after = byChild(rendering.lineage());
    after.forEach((child, seen) -> {
      Lineage.Seen old = before.get(child);
      if (old == null) {
        causes.add(new Cause.ChildAdded(seen));
      } else if (!isSame(old, seen)) {
        causes.add(new Cause.ChildChanged(old, seen));
      }
    });
    before.forEach((child, seen) -> {
      if (!after.containsKey(child)) {
        causes.add(new Cause.ChildRemoved(seen));
      }
    });
  }

  /// Whether the parent is shown the same of a child.
  static boolean isSame(Lineage.Seen one, Lineage.Seen other) {
    return one.digest().equals(other.digest()) && one.fidelity() == other.fidelity();
  }

  static Map<SubjectId, Lineage.Seen> byChild(Lineage lineage) {
    Map<SubjectId, Lineage.Seen> seen = new LinkedHashMap<>();
    lineage.children().forEach(child -> seen.put(child.child(), child));
    return seen;
  }
}

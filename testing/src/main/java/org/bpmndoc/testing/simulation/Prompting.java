package org.bpmndoc.testing.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Aliases;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.prompt.RequestPrefix;
import org.bpmndoc.run.Answers;
import org.bpmndoc.run.Renderer;
import tools.jackson.databind.json.JsonMapper;

/// Puts the subjects of a [World] into requests, and tells its documents from what is none.
record Prompting(World world) implements Renderer, Answers {

  static final JsonMapper JSON = new JsonMapper();
  static final String MODEL = "model-of-the-world";
  private static final Contract CONTRACT =
      new Contract(
          new ContractId("epic", 1),
          "Epic",
          "Write.",
          JSON.createObjectNode(),
          World.ANSWER_TOKENS_MAX);

  /// What all requests begin with.
  static final String PREFIX = RequestPrefix.name(CONTRACT.id(), MODEL);

  /// What a request asks for, whatever it says of answers before.
  static String asked(Request request) {
    return request.facts().split("\n\n", 2)[0];
  }

  @Override
  public Rendering render(SubjectId id, Map<SubjectId, Child> children) {
    World.Subject subject = world.subject(id);
    List<String> summaries = new ArrayList<>();
    List<Lineage.Seen> seen = new ArrayList<>();
    children.forEach((child, what) -> {
      Child.Written written = (Child.Written) what;
      String summary = written.document().summary();
      summaries.add(summary);
      seen.add(
          new Lineage.Seen(
              child,
              World.fingerprint(summary).hex(),
              Lineage.Fidelity.FULL,
              written.source(),
              ""));
    });
    String text = World.text(subject, summaries);
    return new Rendering(
        new Request(MODEL, "Write.", text, JSON.createObjectNode(), World.ANSWER_TOKENS_MAX),
        World.fingerprint(text),
        CONTRACT,
        new Lineage(seen),
        new Aliases(Map.of()),
        World.PROMPT_TOKENS_MAX,
        subject.nature().contextWindowTokens());
  }

  @Override
  public Checked check(Entry.Attempt attempt, Optional<Request> asked, String text) {
    return text.startsWith("{")
        ? new Checked.Accepted(JSON.readTree(text), List.of())
        : new Checked.Rejected(List.of("not JSON"));
  }
}

package org.bpmndoc.emulator.offline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.check.AnswerCheck;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.emulator.Answer;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.RequestRenderer;
import org.bpmndoc.prompt.RequestSettings;
import org.bpmndoc.prompt.SentFacts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Has the offline writer write every document of a landscape, children first, from requests as the
/// program renders them.
final class Desk {

  private static final Profile PROFILE = Profile.builtIn();

  private final AnswerCheck check = new AnswerCheck(PROFILE.contracts());
  private final OfflineWriter writer = new OfflineWriter();
  private final Landscape landscape;
  private final RequestRenderer renderer;
  private final Map<SubjectId, Written> written = new LinkedHashMap<>();

  /// A document with the text of the answer that it was.
  record Written(Rendering rendering, String text, Checked checked) {}

  private Desk(Landscape landscape, String language) {
    this.landscape = landscape;
    this.renderer =
        new RequestRenderer(
            landscape, PROFILE, new RequestSettings("claude-haiku-5-5", 1_000_000, language, 0));
  }

  static Map<SubjectId, Written> write(Path folder, String language) throws Exception {
    Desk desk = new Desk(new LandscapeReader().read(folder), language);
    desk.landscape.subjects().keySet().forEach(desk::write);
    return desk.written;
  }

  /// Params as the provider's client makes them.
  static ObjectNode params(org.bpmndoc.prompt.Request request) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.put("model", request.model()).put("max_tokens", request.answerTokensMax());
    params.putArray("system").addObject().put("type", "text").put("text", request.instructions());
    params.putArray("messages").addObject().put("role", "user").put("content", request.facts());
    params
        .putObject("output_config")
        .putObject("format")
        .put("type", "json_schema")
        .set("schema", request.answerSchema());
    return params;
  }

  private void write(SubjectId id) {
    if (written.containsKey(id)) {
      return;
    }
    Map<SubjectId, Child> children = new LinkedHashMap<>();
    for (Landscape.Part part : landscape.parts(id)) {
      if (part.followed()) {
        write(part.subject());
        children.put(part.subject(), child(written.get(part.subject())));
      }
    }
    Rendering ready = renderer.render(id, children);
    Answer answer = writer.answer(params(ready.request()));
    String text = answer instanceof Answer.Text said ? said.text() : answer.toString();
    Contract contract = ready.contract();
    written.put(
        id,
        new Written(
            ready, text, check.check(contract, text, Optional.of(SentFacts.of(ready.request())))));
  }

  private static Child child(@org.jspecify.annotations.Nullable Written written) {
    if (written == null || !(written.checked() instanceof Checked.Accepted accepted)) {
      return new Child.Missing("it was not written");
    }
    return new Child.Written(
        new Document(
            written.rendering().fingerprint(),
            written.rendering().contract().id(),
            accepted.content(),
            accepted.findings(),
            new Document.Origin(
                "offline", "offline", Channel.BATCH, Usage.NONE, Usd.ZERO, Instant.EPOCH, "en")),
        Lineage.Source.THIS_RUN);
  }
}

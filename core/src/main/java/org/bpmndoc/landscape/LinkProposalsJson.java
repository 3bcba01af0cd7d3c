package org.bpmndoc.landscape;

import java.util.Locale;
import org.bpmndoc.landscape.LinkProposals.Proposal;
import org.bpmndoc.landscape.LinkProposals.Standing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The proposals for programs. `rule`, `confidence` and `resolvedTo` are null where nothing is
/// followed.
public final class LinkProposalsJson {

  private LinkProposalsJson() {}

  public static ArrayNode of(LinkProposals proposals) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    proposals.all().forEach(proposal -> json.add(of(proposal)));
    return json;
  }

  private static ObjectNode of(Proposal proposal) {
    Call call = proposal.call();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("call", call.id().value())
            .put("caller", call.caller().value())
            .put("file", call.id().file())
            .put("line", call.node().element().location().line())
            .put("element", call.node().id())
            .put("name", call.node().element().name())
            .put("target", call.target().isEmpty() ? null : call.target())
            .put("standing", proposal.standing().name().toLowerCase(Locale.ROOT));
    if (proposal.standing() == Standing.PROPOSED) {
      Call.Candidate process = proposal.candidates().getFirst();
      json.put("rule", process.rule().label())
          .put("confidence", process.confidence())
          .put("resolvedTo", process.process().value());
    } else {
      json.putNull("rule").putNull("confidence").putNull("resolvedTo");
    }
    json.set("candidates", LandscapeJson.candidates(proposal.candidates()));
    return json;
  }
}

package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bpmndoc.landscape.LinkProposals.Standing;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkProposalsTest {

  @TempDir Path folder;

  private static Landscape names() throws Exception {
    return new LandscapeReader().read(Path.of("src/test/resources/landscapes/names"));
  }

  @Test
  void links_by_names_are_proposed_and_the_rest_is_shown_for_a_person_to_decide() throws Exception {
    LinkProposals proposals = LinkProposals.of(names());

    assertThat(proposals.with(Standing.PROPOSED)).hasSize(10);
    assertThat(proposals.with(Standing.AMBIGUOUS))
        .extracting(proposal -> proposal.call().node().id())
        .containsExactly("archive", "rating", "offer");
    assertThat(proposals.with(Standing.SIMILAR))
        .extracting(
            proposal -> proposal.call().node().id(),
            proposal -> proposal.candidates().getFirst().process().file(),
            proposal -> proposal.candidates().getFirst().confidence())
        .contains(tuple("manual-rating-x", "loan-se-manual-rating.bpmn", 0.4));
    assertThat(proposals.lines()).hasSize(10);
  }

  @Test
  void what_is_only_similar_is_never_followed() throws Exception {
    assertThat(names().calls())
        .filteredOn(call -> call.node().id().equals("manual-rating-x"))
        .allMatch(call -> call.resolvedTo().isEmpty());
  }

  @Test
  void text_and_json_say_rule_and_confidence() throws Exception {
    LinkProposals proposals = LinkProposals.of(names());

    assertThat(LinkProposalsText.of(proposals))
        .contains("Linked by names, and followed (10)")
        .contains(
            "  loan.bpmn#rating  \"Automatic rating\"\n"
                + "    loan-se-rating.bpmn#loan-se-rating  file-name 0.75\n");
    assertThat(LinkProposalsJson.of(proposals).valueStream().map(line -> line.get("call")))
        .hasSameSizeAs(proposals.all());
  }

  @Test
  void a_map_of_files_becomes_lines_and_what_is_not_here_is_said() throws Exception {
    Path map = folder.resolve("bpmn-map.json");
    Files.writeString(
        map,
        """
        {"processes": [{"bpmn_file": "loan.bpmn", "call_activities": [
          {"bpmn_id": "c9", "subprocess_bpmn_file": "loan-se-payout.bpmn"},
          {"bpmn_id": "c6", "subprocess_bpmn_file": "gone.bpmn"},
          {"bpmn_id": "c6", "subprocess_bpmn_file": "loan-se-archive-1.bpmn"},
          {"bpmn_id": "gone", "subprocess_bpmn_file": "loan-se-payout.bpmn"}]}]}
        """);

    BpmnMap read = BpmnMap.read(map, names());

    assertThat(read.isUsable()).isTrue();
    assertThat(read.lines())
        .containsExactly(
            new LinksFileUpdate.Line(
                "loan.bpmn#c9", "loan-se-payout.bpmn#loan-se-payout", "bpmn-map.json"));
    assertThat(read.problems())
        .extracting(Diagnostic::code)
        .containsExactly("link-process-unknown", "link-process-ambiguous", "link-call-unknown");
  }

  @Test
  void a_map_that_is_none_is_refused() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    Path other = Files.writeString(folder.resolve("other.json"), "[1]");

    assertThat(BpmnMap.read(broken, names()).isUsable()).isFalse();
    assertThat(BpmnMap.read(other, names()).isUsable()).isFalse();
    assertThat(BpmnMap.read(folder.resolve("none.json"), names()).isUsable()).isFalse();
  }
}

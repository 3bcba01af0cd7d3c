package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bpmndoc.landscape.Call.Candidate;
import org.bpmndoc.landscape.LinkProposals.Proposal;
import org.bpmndoc.landscape.LinkProposals.Standing;

/// The proposals for people.
public final class LinkProposalsText {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

  private LinkProposalsText() {}

  public static String of(LinkProposals proposals) {
    List<String> lines = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      List<Proposal> some = proposals.with(standing);
      if (!some.isEmpty()) {
        lines.add(title(standing) + " (" + some.size() + ")");
        some.forEach(proposal -> add(proposal, lines));
        lines.add("");
      }
    }
    if (lines.isEmpty()) {
      lines.add("Nothing to look at: every call is linked by its id, by a person, or by nobody.");
    }
    return lines.stream()
        .map(line -> CONTROL.matcher(line).replaceAll("\uFFFD") + "\n")
        .collect(Collectors.joining());
  }

  private static String title(Standing standing) {
    return switch (standing) {
      case PROPOSED -> "Linked by names, and followed";
      case AMBIGUOUS -> "Ambiguous, none is followed: write the one that is meant";
      case SIMILAR -> "Only similar, none is followed";
      case OPEN -> "Nothing found";
    };
  }

  private static void add(Proposal proposal, List<String> lines) {
    Call call = proposal.call();
    String target = call.target().isEmpty() ? "" : ", calls \"" + call.target() + "\"";
    lines.add("  " + call.id() + "  \"" + call.node().element().name() + "\"" + target);
    for (Candidate candidate : proposal.candidates()) {
      lines.add(
          "    %s  %s %s"
              .formatted(candidate.process(), candidate.rule().label(), candidate.confidence()));
    }
  }
}

package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.landscape.Call.Candidate;
import org.bpmndoc.landscape.Call.Link;
import org.bpmndoc.landscape.Place.ProcessPlace;

/// What a person should look at among the links of a landscape: `bpmndoc links`.
///
/// A call that exact ids or a person link is not among them, nor one that is decided at run time or
/// calls a global task.
public record LinkProposals(List<Proposal> all) {

  public LinkProposals {
    all = List.copyOf(all);
  }

  /// What is known of a call.
  public enum Standing {
    /// Linked by names; the one candidate is followed.
    PROPOSED,
    /// Several candidates near each other; none is followed.
    AMBIGUOUS,
    /// Only likeness speaks for the candidates; none is followed.
    SIMILAR,
    /// There is no candidate.
    OPEN
  }

  /// One call and the processes it could mean, the surest first.
  public record Proposal(Call call, Standing standing, List<Candidate> candidates) {
    public Proposal {
      candidates = List.copyOf(candidates);
    }
  }

  public static LinkProposals of(Landscape landscape) {
    Similarity similarity = new Similarity(new ProcessNames(processes(landscape), List.of()));
    return new LinkProposals(
        landscape.calls().stream().flatMap(call -> proposal(call, similarity)).toList());
  }

  private static Stream<Proposal> proposal(Call call, Similarity similarity) {
    return switch (call.link()) {
      case Link.Resolved link ->
          link.rule() == Call.Rule.PERSON || link.rule().isExact()
              ? Stream.empty()
              : Stream.of(
                  new Proposal(
                      call,
                      Standing.PROPOSED,
                      List.of(new Candidate(link.process(), link.rule(), link.confidence()))));
      case Link.Ambiguous several ->
          Stream.of(new Proposal(call, Standing.AMBIGUOUS, several.candidates()));
      case Link.Unresolved _, Link.MissingTarget _ -> {
        List<Candidate> like = similarity.of(texts(call), call.caller());
        yield Stream.of(
            new Proposal(call, like.isEmpty() ? Standing.OPEN : Standing.SIMILAR, like));
      }
      case Link.ByExpression _, Link.GlobalTask _, Link.None _ -> Stream.empty();
    };
  }

  private static Stream<String> texts(Call call) {
    return call.target().isEmpty()
        ? Stream.of(call.node().id(), call.node().element().name())
        : Stream.of(call.target());
  }

  private static List<ProcessPlace> processes(Landscape landscape) {
    List<ProcessPlace> processes = new ArrayList<>();
    for (Definitions file : landscape.definitions()) {
      Place.of(file).stream()
          .filter(ProcessPlace.class::isInstance)
          .map(ProcessPlace.class::cast)
          .forEach(processes::add);
    }
    return processes;
  }

  public List<Proposal> with(Standing standing) {
    return all.stream().filter(proposal -> proposal.standing() == standing).toList();
  }

  /// The links that are followed already, as lines for a links file.
  public List<LinksFileUpdate.Line> lines() {
    return with(Standing.PROPOSED).stream()
        .map(proposal -> {
          Candidate process = proposal.candidates().getFirst();
          return new LinksFileUpdate.Line(
              proposal.call().id().value(),
              process.process().value(),
              process.rule().label() + " " + process.confidence());
        })
        .toList();
  }
}

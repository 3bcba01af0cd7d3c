package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.TokenUse;
import org.bpmndoc.document.TokenUse.Answers;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.landscape.UnreadableLandscape;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.TokenEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process of twelve tasks.
class EstimatesTest {

  private static final SubjectId PROCESS = new SubjectId("steps.bpmn#p");
  private static final SubjectId TASK = new SubjectId("steps.bpmn#t1");

  private final Landscape landscape;
  private final Map<SubjectId, Rendering> requests;
  private final Contract ofTask;

  EstimatesTest(@TempDir Path folder) throws IOException, UnreadableLandscape {
    landscape =
        Requests.landscape(folder, Map.of("steps.bpmn", Requests.process(Requests.steps(12))));
    requests = Requests.all(landscape, Requests.SETTINGS);
    ofTask = Profile.builtIn().contractFor(landscape.subject(TASK));
  }

  @Test
  void where_nothing_was_seen_a_leaf_is_measured_and_its_answer_half_as_long_as_allowed() {
    TokenEstimate leaf = estimate(TASK, TokenUse.NONE);

    assertThat(leaf.inputTokens()).isEqualTo((long) Math.ceil(bytes(TASK) / 3.0));
    assertThat(leaf.outputTokens()).isEqualTo((ofTask.answerTokensMax() + 2_000) / 2);
  }

  @Test
  void a_parent_is_longer_by_documents_of_its_children_half_as_long_as_allowed() {
    long ofItself = RequestJson.bytes(Requests.one(requests, PROCESS).request()) - 12 * document();

    assertThat(estimate(PROCESS, TokenUse.NONE).inputTokens())
        .isCloseTo(ofItself / 3 + 12 * ofTask.answerTokensMax() / 2, withPercentage(2));
  }

  @Test
  void one_answer_moves_what_is_expected_a_sixth_of_the_way() {
    TokenUse one = new TokenUse(0, 0, Map.of(ofTask.id(), new Answers(1, 400, 0, 0)));
    long before = estimate(TASK, TokenUse.NONE).outputTokens();

    assertThat(estimate(TASK, one).outputTokens())
        .isEqualTo(Math.round(before * Math.pow(400.0 / before, 1 / 6.0)));
    assertThat(estimate(TASK, one).inputTokens())
        .isEqualTo(estimate(TASK, TokenUse.NONE).inputTokens());
  }

  @Test
  void many_answers_are_believed_and_those_to_another_contract_teach_nothing() {
    Answers answers = new Answers(500, 500 * 400, 480, 480 * 900);
    TokenUse seen = new TokenUse(10_000_000, 2_500_000, Map.of(ofTask.id(), answers));
    TokenUse other = new TokenUse(0, 0, Map.of(new ContractId(ofTask.id().kind(), 99), answers));

    assertThat(estimate(TASK, seen).outputTokens()).isCloseTo(400, withPercentage(3));
    assertThat(estimate(TASK, seen).inputTokens()).isCloseTo(bytes(TASK) / 4, withPercentage(1));
    assertThat(estimate(TASK, other)).isEqualTo(estimate(TASK, TokenUse.NONE));
  }

  @Test
  void a_parent_of_children_whose_length_was_seen_is_measured_nearly_to_the_byte() {
    Answers answers = new Answers(10_000, 1, 10_000, 10_000 * document());

    assertThat(estimate(PROCESS, new TokenUse(0, 0, Map.of(ofTask.id(), answers))).inputTokens())
        .isCloseTo(bytes(PROCESS) / 3, withPercentage(2));
  }

  @Test
  void no_request_is_expected_to_exceed_the_window() {
    TokenUse wordy =
        new TokenUse(1, 1, Map.of(ofTask.id(), new Answers(1_000, 1, 1_000, 1_000_000_000)));

    assertThat(estimate(PROCESS, wordy).inputTokens())
        .isEqualTo(Requests.SETTINGS.models().usual().contextWindowTokens());
  }

  @Test
  void a_parent_that_waits_for_nobody_is_longer_by_what_is_stored_and_outlines_of_the_rest() {
    long documents = parent(ChildrenSeen.DOCUMENTS, _ -> false);

    assertThat(parent(ChildrenSeen.STORED, _ -> true)).isEqualTo(documents);
    assertThat(parent(ChildrenSeen.STORED, TASK::equals))
        .isGreaterThan(parent(ChildrenSeen.STORED, _ -> false))
        .isLessThan(documents);
    assertThat(parent(ChildrenSeen.SUMMARIES, _ -> false))
        .isEqualTo(parent(ChildrenSeen.STORED, _ -> false));
    assertThat(parent(ChildrenSeen.SUMMARIES, _ -> true))
        .isGreaterThan(parent(ChildrenSeen.SUMMARIES, _ -> false))
        .isLessThan(documents);
  }

  private long parent(ChildrenSeen seen, Predicate<SubjectId> stored) {
    return input(PROCESS, seen, stored, _ -> Optional.empty());
  }

  private long input(
      SubjectId subject,
      ChildrenSeen seen,
      Predicate<SubjectId> stored,
      Function<SubjectId, Optional<Document>> earlier) {
    Map<SubjectId, TokenEstimate> estimates =
        new Estimates(
                landscape,
                Profile.builtIn(),
                Requests.SETTINGS,
                ByKind.same(TokenUse.NONE),
                earlier)
            .of(List.of(subject), seen, stored);
    return Optional.ofNullable(estimates.get(subject)).orElseThrow().inputTokens();
  }

  @Test
  void what_is_written_again_is_longer_by_the_document_that_there_was() {
    Document earlier = Requests.written(landscape.subject(TASK), 1).document();
    Request request = Requests.one(requests, TASK).request();
    Request keeping = request.withEarlier(CanonicalJson.text(earlier.content()));

    assertThat(input(TASK, ChildrenSeen.DOCUMENTS, _ -> true, _ -> Optional.of(earlier)))
        .isEqualTo((long) Math.ceil(RequestJson.bytes(keeping) / 3.0));
  }

  @Test
  void each_kind_is_expected_by_what_its_own_model_was_seen_to_use() {
    ContractId ofProcess = Profile.builtIn().contractFor(landscape.subject(PROCESS)).id();
    Answers wordy = new Answers(100_000, 100_000 * 900, 100_000, 100_000 * 50);
    TokenUse small =
        new TokenUse(30_000_000_000L, 5_000_000_000L, Map.of(ofTask.id(), wordy, ofProcess, wordy));
    RequestSettings settings =
        new RequestSettings(
            new ByKind<>(
                new RequestSettings.Model("large", 1_000, 0),
                Map.of("epic", new RequestSettings.Model("small", 1_000_000, 2_000))),
            "en",
            Redaction.NONE,
            HouseWords.NONE);
    Estimates estimates =
        new Estimates(
            landscape,
            Profile.builtIn(),
            settings,
            new ByKind<>(TokenUse.NONE, Map.of("epic", small)),
            _ -> Optional.empty());
    Map<SubjectId, TokenEstimate> byModel = estimates.of(landscape.subjects().keySet());
    TokenEstimate task = Optional.ofNullable(byModel.get(TASK)).orElseThrow();
    TokenEstimate process = Optional.ofNullable(byModel.get(PROCESS)).orElseThrow();

    assertThat(task.outputTokens()).isCloseTo(900, withPercentage(1));
    assertThat(task.inputTokens()).isCloseTo(bytes(TASK) / 6, withPercentage(1));
    // The guess for the large model, and no more than its window.
    assertThat(process.outputTokens())
        .isEqualTo(Profile.builtIn().contractFor(landscape.subject(PROCESS)).answerTokensMax() / 2);
    assertThat(process.inputTokens()).isEqualTo(1_000);
    assertThat(estimates.prefix(TASK).name()).endsWith(" small");
    assertThat(estimates.prefix(PROCESS).name()).endsWith(" large");
  }

  private TokenEstimate estimate(SubjectId subject, TokenUse seen) {
    Map<SubjectId, TokenEstimate> estimates =
        new Estimates(
                landscape,
                Profile.builtIn(),
                Requests.SETTINGS,
                ByKind.same(seen),
                _ -> Optional.empty())
            .of(landscape.subjects().keySet());
    return Optional.ofNullable(estimates.get(subject)).orElseThrow();
  }

  /// How long the document of a task is in the request of the process.
  private long document() {
    Child.Written written = Requests.written(landscape.subject(TASK), 1);
    return RequestJson.bytesOfChild(written.document().content());
  }

  private long bytes(SubjectId subject) {
    return RequestJson.bytes(Requests.one(requests, subject).request());
  }
}

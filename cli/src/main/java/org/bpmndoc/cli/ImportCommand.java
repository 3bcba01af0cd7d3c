package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.DocumentsFileReader;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.check.AnswerCheck;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `bpmndoc store import`: adds documents that were exported. Nobody knows who wrote the file, so
/// all of it is checked before anything of it is stored.
@Command(
    name = "import",
    description = "Add the documents of a file. What is there already is never overwritten.")
final class ImportCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Parameters(index = "1", paramLabel = "FILE", description = "What store export has written.")
  private Path file = Path.of("");

  @Option(
      names = "--replace",
      description = "Give subjects the documents of the file that have others here.")
  private boolean replace;

  @Mixin private ProfileOptions profile = new ProfileOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  ImportCommand(Console console) {
    this.console = console;
  }

  /// Puts what is read into a store, and counts.
  private final class Storing implements DocumentsFileReader.Sink {
    private final DocumentStore store;
    private final Set<Fingerprint> before;
    private final Map<SubjectId, Assignment> assigned;
    private int added;
    private int present;
    private int given;
    private int kept;

    Storing(DocumentStore store) {
      this.store = store;
      this.before = store.fingerprints();
      this.assigned = store.assignments();
    }

    @Override
    public void document(Document document) {
      if (before.contains(document.fingerprint())) {
        present++;
      } else {
        store.put(document, false);
        added++;
      }
    }

    @Override
    public void assignment(SubjectId subject, Assignment assignment) {
      Assignment has = assigned.get(subject);
      boolean same = has != null && has.fingerprint().equals(assignment.fingerprint());
      if (has == null || replace && !same) {
        store.assign(subject, assignment);
        given++;
      } else {
        kept++;
      }
    }
  }

  private static final DocumentsFileReader.Sink NOTHING =
      new DocumentsFileReader.Sink() {
        @Override
        public void document(Document document) {}

        @Override
        public void assignment(SubjectId subject, Assignment assignment) {}
      };

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(directory)) {
      throw new Problem(directory + ": expected a folder of BPMN files, found none");
    }
    DocumentsFileReader.ContentCheck check =
        check(profile.read(common.settings(Optional.of(directory), console), common, console));
    StateAddress address = common.stateOf(directory, console);
    int _ = read(check, stored(address), NOTHING);
    try (Runs.Held held = Runs.hold(address, WaitingOptions.standardLeaseTerms())) {
      Storing storing = new Storing(held.state().documents());
      int passedOver = read(check, storing.before, storing);
      tell(storing, passedOver);
      return ExitCode.DONE.number();
    }
  }

  private static Set<Fingerprint> stored(StateAddress address) throws Problem {
    Optional<State> there = Runs.lookIfThere(address);
    if (there.isEmpty()) {
      return Set.of();
    }
    try (State state = there.get()) {
      return new HashSet<>(state.documents().fingerprints());
    }
  }

  private int read(
      DocumentsFileReader.ContentCheck check, Set<Fingerprint> known, DocumentsFileReader.Sink sink)
      throws Problem {
    try {
      return DocumentsFileReader.read(file, check, known::contains, sink);
    } catch (UnusableFileException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Problem("%s cannot be read: %s".formatted(file, Failures.reason(e)));
    }
  }

  private static DocumentsFileReader.ContentCheck check(Profile profile) {
    AnswerCheck check = new AnswerCheck(profile.contracts());
    Map<ContractId, Contract> contracts =
        profile.contracts().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
    return document ->
        Optional.ofNullable(contracts.get(document.contract()))
            .map(contract ->
                switch (check.check(contract, document.content().toString(), Optional.empty())) {
                  case Checked.Accepted _ -> List.of();
                  case Checked.Rejected(List<String> reasons) -> reasons;
                });
  }

  private void tell(Storing storing, int passedOver) {
    if (common.json) {
      console
          .out()
          .println(
              JsonMapper.shared()
                  .createObjectNode()
                  .put("file", file.toString())
                  .put("added", storing.added)
                  .put("present", storing.present)
                  .put("passedOver", passedOver)
                  .put("assigned", storing.given)
                  .put("kept", storing.kept)
                  .toPrettyString());
      return;
    }
    console
        .out()
        .printf(
            "%s added, %,d there already; %s given one, %,d left as they were%n",
            RunText.count(storing.added, "document", "documents"),
            storing.present,
            RunText.count(storing.given, "subject", "subjects"),
            storing.kept);
    if (passedOver > 0) {
      console
          .err()
          .printf(
              "%s passed over: the profile in use has no such contract%n  hint: --profile DIR names"
                  + " another%n",
              RunText.count(passedOver, "document", "documents"));
    }
  }
}

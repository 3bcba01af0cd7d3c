package org.bpmndoc.prompt;

import java.util.Comparator;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.landscape.Call;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.xml.Element;
import tools.jackson.databind.node.ObjectNode;

/// What is said of the process that a call activity calls: its name, or `linked` where it has none,
/// so that a call whose process is documented is never taken for one that leads nowhere.
final class CallFacts {

  /// Said where the call stands that is not followed.
  static final String RECURSION =
      "recursion: the process called leads back here, and this call of it is not followed";

  /// Said of the process that it leads back to, without who calls it.
  static final String RECURSIVE =
      "it is called again from within itself, directly or by a process that it calls; that call is"
          + " not followed";

  private static final String UNNAMED =
      "the process called has no name in the model; what is known of it stands in `children`";

  private CallFacts() {}

  static ObjectNode of(Landscape landscape, Landscape.Part part) {
    Subject called = landscape.subject(part.subject());
    if (called instanceof Subject.CallSubject call) {
      return unlinked(landscape, call.call());
    }
    String name = Words.line(called.element().name());
    return new Fields()
        .text("process", name)
        .flag("linked", name.isEmpty())
        .text("note", part.followed() ? name.isEmpty() ? UNNAMED : "" : RECURSION)
        .done();
  }

  /// A call that is a leaf, and why.
  static ObjectNode unlinked(Landscape landscape, Call call) {
    return switch (call.link()) {
      case Call.Link.Unresolved _, Call.Link.None _ ->
          target(call, "the process called is not in the landscape");
      case Call.Link.GlobalTask _ ->
          globalTask(landscape, call.target())
              .text("note", "a global task is called, not a process")
              .done();
      case Call.Link.Ambiguous _ ->
          target(
              call,
              call.exact() instanceof Call.Link.Ambiguous
                  ? "several processes of the landscape have this id, none is followed"
                  : "several processes of the landscape could be meant, none is followed");
      case Call.Link.ByExpression _ -> note("which process is called is decided at run time");
      case Call.Link.MissingTarget _ -> note("the model does not say which process is called");
      case Call.Link.Resolved _ -> note("");
    };
  }

  private static ObjectNode target(Call call, String note) {
    return new Fields().text("target", Words.line(call.target())).text("note", note).done();
  }

  /// Its name, its kind and what is written about it: nothing else documents it. Its id says
  /// nothing. Of several with one id, the first by what they say.
  private static Fields globalTask(Landscape landscape, String target) {
    String local = target.substring(target.indexOf(':') + 1);
    return landscape.definitions().stream()
        .flatMap(file -> file.globalTasks().stream())
        .filter(task -> task.element().id().equals(target) || task.element().id().equals(local))
        .map(CallFacts::described)
        .min(Comparator.comparing(fields -> CanonicalJson.text(fields.done())))
        .orElseGet(Fields::new);
  }

  private static Fields described(Definitions.GlobalTask task) {
    Element element = task.element();
    return new Fields()
        .text("globalTask", Words.line(element.name()))
        .text("type", task.kind())
        .text("documentation", Words.lines(element.documentation()))
        .json(
            "implementation",
            Implementation.of(task.implementation(), task.script(), VendorFacts.of(element)))
        .texts("performers", TraitFacts.roles(task.traits()))
        .texts("inputs", TraitFacts.inputs(task.traits(), VendorFacts.of(element)))
        .texts("outputs", TraitFacts.outputs(task.traits(), VendorFacts.of(element)));
  }

  private static ObjectNode note(String note) {
    return new Fields().text("note", note).done();
  }
}

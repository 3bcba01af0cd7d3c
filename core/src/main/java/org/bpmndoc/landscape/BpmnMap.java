package org.bpmndoc.landscape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The links of a `bpmn-map.json`: for each process its file, and for each of its call activities
/// the file of the process that is called.
///
/// `lines` are the links of calls and processes that this landscape has; the others are in
/// `problems`.
public record BpmnMap(List<LinksFileUpdate.Line> lines, List<Diagnostic> problems) {

  private static final long BYTES_MAX = 16 * 1024 * 1024;

  public BpmnMap {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  public static BpmnMap read(Path file, Landscape landscape) {
    Reader reader = new Reader(file.toString(), landscape);
    try {
      if (Files.size(file) > BYTES_MAX) {
        reader.problem(Severity.ERROR, "map-unreadable", "is longer than 16 MiB");
      } else {
        reader.processes(JsonMapper.shared().readTree(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      reader.problem(
          Severity.ERROR, "map-unreadable", "cannot be read: " + e.getClass().getSimpleName());
    } catch (JacksonException e) {
      reader.problem(Severity.ERROR, "map-syntax", "expected JSON: " + e.getOriginalMessage());
    }
    return new BpmnMap(reader.lines, reader.problems);
  }

  /// Whether the file could be read at all.
  public boolean isUsable() {
    return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
  }

  private static final class Reader {
    private final String name;
    private final Landscape landscape;
    private final List<LinksFileUpdate.Line> lines = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    Reader(String name, Landscape landscape) {
      this.name = name;
      this.landscape = landscape;
    }

    void processes(JsonNode map) {
      JsonNode processes = map.path("processes");
      if (!processes.isArray()) {
        problem(Severity.ERROR, "map-shape", "expected \"processes\", a list");
        return;
      }
      for (JsonNode process : processes) {
        for (JsonNode call : process.path("call_activities")) {
          call(
              text(process, "bpmn_file"),
              text(call, "bpmn_id"),
              text(call, "subprocess_bpmn_file"));
        }
      }
    }

    private void call(String file, String element, String called) {
      List<SubjectId> callers =
          named(
              landscape.calls().stream().map(Call::id).filter(id -> element(id).equals(element)),
              file);
      List<SubjectId> processes = named(landscape.callGraph().nodes().stream(), called);
      if (callers.size() != 1) {
        problem(
            Severity.WARNING,
            "link-call-unknown",
            "\"%s#%s\" is %s"
                .formatted(
                    file,
                    element,
                    callers.isEmpty()
                        ? "no call activity of the landscape"
                        : callers.size() + " call activities"));
      } else if (processes.size() != 1) {
        problem(
            Severity.WARNING,
            processes.isEmpty() ? "link-process-unknown" : "link-process-ambiguous",
            "%s is linked to \"%s\", which is %s"
                .formatted(
                    callers.getFirst(),
                    called,
                    processes.isEmpty()
                        ? "no file of the landscape with a process"
                        : processes.size() + " processes"));
      } else {
        lines.add(
            new LinksFileUpdate.Line(
                callers.getFirst().value(),
                processes.getFirst().value(),
                Path.of(name).getFileName().toString()));
      }
    }

    /// Those in the file of that name, which may be given without its folders.
    private static List<SubjectId> named(Stream<SubjectId> ids, String file) {
      List<SubjectId> found =
          ids.filter(id -> id.file().equals(file) || id.file().endsWith("/" + file)).toList();
      List<SubjectId> whole = found.stream().filter(id -> id.file().equals(file)).toList();
      return whole.isEmpty() ? found : whole;
    }

    private static String element(SubjectId id) {
      return id.value().substring(id.file().length() + 1);
    }

    private static String text(JsonNode node, String field) {
      return node.path(field).asString("");
    }

    private void problem(Severity severity, String code, String message) {
      problems.add(new Diagnostic(severity, code, SourceLocation.wholeFile(name), message, ""));
    }
  }
}

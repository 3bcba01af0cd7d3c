package org.bpmndoc.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Call;
import org.bpmndoc.landscape.DecisionCall;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.json.JsonMapper;

/// The script file of one BPMN file: its XML, and the pages of its elements.
///
/// A page opened from the file system may load scripts but no data, so the data is the argument of
/// a call. It is JSON, and nothing from the file is anything but a string in it.
final class DiagramScript {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?(<\\?xml[^>]*\\?>)?");

  /// An element's page, seen from another page of a subject; what is empty is left out.
  ///
  /// `name` and `type` are the element's own. Where it leads elsewhere, `href`, `standing` and
  /// `summary` are those of what it leads to.
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Target(
      String href,
      String name,
      String type,
      String standing,
      String summary,
      Optional<Lead> leadsTo) {}

  /// The process that an element calls, or the decision that it asks. `diagram` is the script with
  /// the process's diagram and `process` its id in there, empty where it is not drawn.
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Lead(String name, String diagram, String process) {}

  private DiagramScript() {}

  static SiteFile of(SiteMap map, Definitions file, Map<String, Target> targets) {
    return new SiteFile(
        SiteMap.diagram(file),
        () -> {
          Map<String, Object> argument = new LinkedHashMap<>();
          argument.put("xml", read(Path.of(map.landscape().directory()).resolve(file.file())));
          argument.put("pages", targets);
          return ("bpmndocDiagram(" + MAPPER.writeValueAsString(argument) + ");\n")
              .getBytes(StandardCharsets.UTF_8);
        });
  }

  /// By file, by element id. Of an id that a file uses twice, the first.
  static Map<String, Map<String, Target>> targets(SiteMap map) {
    Map<String, Map<String, Target>> targets = new LinkedHashMap<>();
    for (Subject subject : map.landscape().subjects().values()) {
      add(targets, subject.id().file(), subject.element().id(), own(map, subject.id()));
    }
    for (Call call : map.landscape().calls()) {
      call.resolvedTo()
          .ifPresent(process ->
              add(targets, call.id().file(), call.node().id(), leading(map, call.node(), process)));
    }
    for (DecisionCall call : map.landscape().decisionCalls()) {
      call.link()
          .resolvedTo()
          .ifPresent(decision ->
              add(
                  targets,
                  call.id().file(),
                  call.node().id(),
                  leading(map, call.node(), decision)));
    }
    return targets;
  }

  private static void add(
      Map<String, Map<String, Target>> targets, String file, String element, Target target) {
    targets.computeIfAbsent(file, name -> new LinkedHashMap<>()).putIfAbsent(element, target);
  }

  private static Target own(SiteMap map, SubjectId subject) {
    Entry page = map.entry(subject);
    return target(map, page.name(), page.type(), subject, Optional.empty());
  }

  private static Target leading(SiteMap map, FlowNode from, SubjectId to) {
    return target(map, Words.name(from), Words.type(from), to, Optional.of(lead(map, to)));
  }

  private static Target target(
      SiteMap map, String name, String type, SubjectId page, Optional<Lead> leadsTo) {
    Entry entry = map.entry(page);
    return new Target(
        fileName(entry.href()),
        name,
        type,
        Entry.Standing.remark(map, page),
        entry.summary(),
        leadsTo);
  }

  private static Lead lead(SiteMap map, SubjectId to) {
    String name = Words.name(map.landscape().subject(to));
    return map.landscape().subject(to) instanceof Subject.ProcessSubject process
            && process.file().hasDiagram()
        ? new Lead(name, fileName(SiteMap.diagram(process.file())), process.element().id())
        : new Lead(name, "", "");
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String read(Path file) throws SiteException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String xml = new String(bytes, encoding(bytes));
      return DECLARATION.matcher(xml).replaceFirst("");
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      throw new SiteException(
          file
              + ": cannot be read any more: "
              + e
              + "\n  hint: it was there when the landscape was read; run again",
          e);
    }
  }

  private static Charset encoding(byte[] bytes) throws XMLStreamException, IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      String name = factory.createXMLStreamReader(in).getEncoding();
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    }
  }
}

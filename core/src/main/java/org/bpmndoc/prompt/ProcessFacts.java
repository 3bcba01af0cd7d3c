package org.bpmndoc.prompt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.xml.Element;
import tools.jackson.databind.node.ObjectNode;

/// What a process says of itself as a whole, to its own document.
final class ProcessFacts {

  private ProcessFacts() {}

  static ObjectNode of(Landscape landscape, Subject.ProcessSubject subject, NodeFacts nodes) {
    Definitions.Process process = subject.home();
    VendorFacts vendor = VendorFacts.of(process.element());
    Fields fields =
        new Fields()
            .text("type", "process")
            .text("name", Words.line(process.element().name()))
            .text("pool", nodes.roles().pool())
            .text("recursion", landscape.isRecursive(subject.id()) ? CallFacts.RECURSIVE : "")
            .text("multiplicity", nodes.messages().multiplicity(process))
            .text("documentation", Words.lines(process.element().documentation()))
            .text("description", description(subject.file(), process, vendor))
            .text("visibility", Words.line(process.type()))
            .flag("closed", process.closed())
            .flag("executable", process.executable())
            .text("versionTag", first(vendor.all(VendorRules.VERSION_TAG)))
            .texts("interfaces", sorted(process.interfaces()))
            .texts("correlatedBy", sorted(process.correlatedBy()))
            .texts("properties", TraitFacts.properties(process.traits()))
            .texts("performers", TraitFacts.roles(process.traits()))
            .texts(VendorRules.CANDIDATE_GROUPS, vendor.all(VendorRules.CANDIDATE_GROUPS))
            .texts(VendorRules.LISTENERS, vendor.all(VendorRules.LISTENERS));
    return nodes.messages().describe(fields, process).done();
  }

  /// Some tools write it on the process, some on the collaboration that the pool is in.
  private static String description(
      Definitions file, Definitions.Process process, VendorFacts own) {
    Optional<String> said = own.all(VendorRules.DESCRIPTION).stream().findFirst();
    return said.orElseGet(() ->
        file.collaborations().stream()
            .filter(collaboration -> holds(collaboration, process))
            .map(Definitions.Collaboration::element)
            .flatMap(ProcessFacts::description)
            .sorted()
            .findFirst()
            .orElse(""));
  }

  private static Stream<String> description(Element collaboration) {
    return VendorFacts.of(collaboration).all(VendorRules.DESCRIPTION).stream();
  }

  private static boolean holds(
      Definitions.Collaboration collaboration, Definitions.Process process) {
    return collaboration.participants().stream()
        .anyMatch(pool -> pool.process().filter(process.id()::equals).isPresent());
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().map(Words::line).distinct().sorted().toList();
  }
}

package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.xml.Xml;

/// Reads what activities and processes say of themselves in the same words.
final class TraitsBuilder {

  private static final Set<String> DATA =
      Set.of("dataInput", "dataObject", "dataObjectReference", "dataOutput", "dataStoreReference");

  /// BPMN's elements that name who is responsible, the general one last.
  private static final List<String> RESOURCES =
      List.of("potentialOwner", "humanPerformer", "performer", "resourceRole");

  private static final Set<String> SAYING =
      Set.of("dataInputAssociation", "dataOutputAssociation", "ioSpecification", "property");

  private final Index index;

  TraitsBuilder(Index index) {
    this.index = index;
  }

  /// Most elements say nothing of all this.
  Traits of(Xml xml) {
    boolean forCompensation = xml.isTrue("isForCompensation", false);
    List<String> associated = index.associatedWith(xml.attribute("id"));
    if (!forCompensation && associated.isEmpty() && saysNothing(xml)) {
      return Traits.NONE;
    }
    return new Traits(
        forCompensation,
        reads(xml),
        writes(xml),
        associated.stream()
            .filter(id -> index.find(id).map(Xml::name).filter(DATA::contains).isPresent())
            .toList(),
        declared(xml, "dataInput"),
        declared(xml, "dataOutput"),
        names(xml.all("property").stream()),
        roles(xml));
  }

  private static boolean saysNothing(Xml xml) {
    for (Xml child : xml.children()) {
      if (child.isModel() && (SAYING.contains(child.name()) || RESOURCES.contains(child.name()))) {
        return false;
      }
    }
    return true;
  }

  List<String> reads(Xml xml) {
    return ends(xml, "dataInputAssociation", "sourceRef");
  }

  List<String> writes(Xml xml) {
    return ends(xml, "dataOutputAssociation", "targetRef");
  }

  private List<String> ends(Xml xml, String association, String end) {
    List<Xml> associations = xml.all(association);
    if (associations.isEmpty()) {
      return List.of();
    }
    return associations.stream()
        .flatMap(found -> found.texts(end).stream())
        .map(index::id)
        .distinct()
        .toList();
  }

  private static List<String> declared(Xml xml, String kind) {
    return names(
        xml.all("ioSpecification").stream()
            .flatMap(specification -> specification.all(kind).stream()));
  }

  private static List<String> names(Stream<Xml> found) {
    return found.flatMap(xml -> xml.optional("name").stream()).distinct().toList();
  }

  /// The resource's name, else what the reference to it is called. Who that is on the day, an
  /// expression says, and that is not read.
  private List<String> roles(Xml xml) {
    return RESOURCES.stream()
        .flatMap(kind -> xml.all(kind).stream())
        .flatMap(role ->
            role
                .firstText("resourceRef")
                .flatMap(index::find)
                .flatMap(resource -> resource.optional("name"))
                .or(() -> role.optional("name"))
                .stream())
        .distinct()
        .toList();
  }

  /// The name of what an attribute refers to; nothing where it has none.
  String named(Xml xml, String attribute) {
    return find(xml, attribute).map(found -> found.attribute("name")).orElse("");
  }

  /// The service whose operation an attribute refers to: the interface that it is defined in.
  String service(Xml xml, String attribute) {
    return xml.optional(attribute).flatMap(index::interfaceOf).orElse("");
  }

  private Optional<Xml> find(Xml xml, String attribute) {
    return xml.optional(attribute).flatMap(index::find);
  }
}

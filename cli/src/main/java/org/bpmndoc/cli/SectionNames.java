package org.bpmndoc.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.cli.config.SiteSettings;
import org.bpmndoc.document.Profile;
import org.bpmndoc.site.Look;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;

/// The names of sections that a configuration may hide or put first: those of fields of documents,
/// which the profile decides, and of what a page has besides.
final class SectionNames {

  private static final String SUMMARY = "summary";

  private SectionNames() {}

  /// Throws what is wrong with any of those that are named.
  static void refuseUnknown(Settings settings, Profile profile) throws Problem {
    Set<String> known = known(profile);
    List<Diagnostic> unknown =
        settings.site().orElse(SiteSettings.NONE).named().stream()
            .filter(section -> !known.contains(section.name()))
            .map(section ->
                new Diagnostic(
                    Severity.ERROR,
                    "configuration",
                    section.at(),
                    "expected the name of a section (%s), found \"%s\""
                        .formatted(String.join(", ", known), section.name()),
                    "the summary and the findings are always shown"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Problem(unknown.stream().map(Diagnostic::toText).collect(Collectors.joining("\n")));
    }
  }

  private static Set<String> known(Profile profile) {
    Set<String> known = new LinkedHashSet<>();
    profile
        .contracts()
        .forEach(contract -> known.addAll(contract.schema().path("properties").propertyNames()));
    known.remove(SUMMARY);
    known.addAll(Look.PARTS);
    return known;
  }
}

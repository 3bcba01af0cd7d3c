package org.bpmndoc.cli.config;

import java.util.List;
import org.bpmndoc.site.Look;
import org.bpmndoc.xml.SourceLocation;

/// What the configuration says of the pages. Which sections there are is known later, by the
/// profile: `named` says where each was named.
public record SiteSettings(Look look, List<Section> named) {

  public static final SiteSettings NONE = new SiteSettings(Look.PLAIN, List.of());

  public SiteSettings {
    named = List.copyOf(named);
  }

  public record Section(String name, SourceLocation at) {}
}

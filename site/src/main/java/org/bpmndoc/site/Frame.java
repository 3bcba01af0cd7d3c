package org.bpmndoc.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What people have put around all pages: their logo, style sheets behind the site's own, and pages
/// of their own. All paths are below the site's folder.
record Frame(Optional<String> logo, List<String> styles, List<OwnPage.Link> pages) {

  static final String COLORS = "assets/house-colors.css";
  static final String STYLE = "assets/house.css";

  /// So many are led to from everywhere; the first page leads to all.
  private static final int PAGES_MAX = 3;

  static Frame of(SiteInput input) {
    Look look = input.look();
    List<String> styles = new ArrayList<>();
    if (!look.colors().isEmpty()) {
      styles.add(COLORS);
    }
    look.styleSheet().ifPresent(_ -> styles.add(STYLE));
    return new Frame(look.logo().map(Frame::logo), styles, OwnPages.links(input));
  }

  static String logo(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return "assets/house-logo" + name.substring(name.lastIndexOf('.'));
  }

  List<OwnPage.Link> everywhere() {
    return pages.stream().limit(PAGES_MAX).toList();
  }
}

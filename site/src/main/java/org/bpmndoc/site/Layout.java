package org.bpmndoc.site;

import java.util.List;
import java.util.Optional;

/// What all pages have: the frame around what they say.
///
/// `base` leads from the page to the site's folder and is put before each `href`. `diagram` is the
/// script with the model of the page, absent where the page shows none. `neighbours` is where
/// reading goes on, `frame` what people have put around all pages.
record Layout(
    String title,
    String siteTitle,
    String language,
    String base,
    List<NavGroup> nav,
    Optional<String> diagram,
    Neighbours neighbours,
    Frame frame) {

  /// What draws a diagram, in the order in which it is loaded; the last one starts it.
  static final List<String> DIAGRAM_SCRIPTS =
      List.of(
          "assets/diagram-view.js",
          "assets/diagram-drawing.js",
          "assets/diagram-card.js",
          "assets/diagram-trail.js",
          "assets/diagram-levels.js",
          "assets/diagram-steps.js",
          "assets/diagram.js");

  /// One group of the sidebar.
  record NavGroup(String title, boolean open, List<NavItem> items, More more) {}

  /// `current` is the page itself.
  record NavItem(Entry entry, boolean current, List<NavItem> items, More more) {}

  /// How many are left out, and where they are listed.
  record More(int count, String href) {
    static final More NONE = new More(0, "");
  }
}

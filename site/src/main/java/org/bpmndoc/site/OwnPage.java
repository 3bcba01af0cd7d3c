package org.bpmndoc.site;

/// A page of people's own, about no subject. `html` comes from [OwnPages] alone.
record OwnPage(Layout layout, String title, String html) {

  /// Where it is, and what it is called.
  record Link(String title, String href) {}
}

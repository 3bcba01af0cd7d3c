package org.bpmndoc.site;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// One file of a site: its path below the site's folder, with `/` between its parts, and what is in
/// it. The content is made when it is asked for, so that a large site is never in memory as a
/// whole.
record SiteFile(String path, Content content) {

  /// Gives the same bytes each time.
  interface Content {
    byte[] bytes() throws SiteException;
  }

  static SiteFile text(String path, Supplier<String> text) {
    return new SiteFile(path, () -> text.get().getBytes(StandardCharsets.UTF_8));
  }
}

package org.bpmndoc.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the documentation of a landscape as a static site, or in another format.
///
/// The same input gives the same bytes. Files that are there already are left alone, files of an
/// earlier site that are no longer part of it are removed, and nothing else in the folder is
/// touched. A crash leaves whole files; the next call finishes the work.
public final class SiteWriter {

  private final Format format;

  public SiteWriter(Format format) {
    this.format = format;
  }

  /// Writes HTML.
  public SiteWriter() {
    this(Format.HTML);
  }

  /// Refuses a folder that holds other things than a site, before there is one to write. Changes
  /// nothing.
  public void refuseForeign(Path out) throws SiteException {
    try {
      OutFolder.refuseForeign(out, manifest());
    } catch (IOException e) {
      throw new SiteException(
          out + ": cannot be looked into: " + e + "\n  hint: check that you may read it", e);
    }
  }

  /// Refuses a folder that holds other things than a site, and a path at which somebody else's file
  /// stands.
  public SiteSummary write(SiteInput input, Path out) throws SiteException {
    List<SiteFile> files =
        switch (format) {
          case HTML -> SiteFiles.of(input);
          case MARKDOWN -> MarkdownFiles.of(input);
        };
    Set<String> paths = files.stream().map(SiteFile::path).collect(Collectors.toSet());
    try {
      OutFolder folder = OutFolder.open(out, manifest());
      folder.claim(paths);
      int written = 0;
      for (SiteFile file : files) {
        written += folder.write(file.path(), file.content().bytes()) ? 1 : 0;
      }
      int removed = folder.keepOnly(paths);
      int pages = (int) paths.stream().filter(format::isPage).count();
      return new SiteSummary(pages, written, files.size() - written, removed);
    } catch (IOException e) {
      throw new SiteException(
          out
              + ": the site cannot be written: "
              + e
              + "\n  hint: check that you may write there and that there is room",
          e);
    }
  }

  private Manifest manifest() {
    return new Manifest(format.manifest());
  }
}

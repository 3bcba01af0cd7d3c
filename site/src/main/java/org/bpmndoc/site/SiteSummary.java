package org.bpmndoc.site;

/// What became of a site: its pages, and of all its files, how many were written, were there
/// already byte for byte, and were removed because they are no longer part of it.
public record SiteSummary(int pages, int written, int unchanged, int removed) {}

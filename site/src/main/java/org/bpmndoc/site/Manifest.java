package org.bpmndoc.site;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The file that says which files of a folder were written by bpmndoc: a heading, then one path a
/// line. `name` is that of the file itself.
///
/// What it says is not trusted beyond that: a line that is no path of a site is passed over, so
/// that nothing outside the folder can ever be meant.
record Manifest(String name) {

  private static final String HEADING =
      "The files named here were written by bpmndoc, which replaces and removes them as it needs.";
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

  Set<String> read(String text) {
    return text.lines()
        .filter(line -> PATH.matcher(line).matches())
        .filter(line -> !line.equals(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String text(Set<String> paths) {
    return HEADING
        + "\n\n"
        + paths.stream().sorted().map(path -> path + "\n").collect(Collectors.joining());
  }
}

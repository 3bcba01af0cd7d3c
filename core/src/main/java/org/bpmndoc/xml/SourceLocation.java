package org.bpmndoc.xml;

import java.util.Objects;

/// Where something stands: the file, relative to the landscape folder with `/` between its parts,
/// and the line and column counted from 1. Line 0 means the file as a whole.
public record SourceLocation(String file, int line, int column)
    implements Comparable<SourceLocation> {

  public SourceLocation {
    Objects.requireNonNull(file);
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("line and column are counted from 1, 0 is the whole file");
    }
  }

  public static SourceLocation wholeFile(String file) {
    return new SourceLocation(file, 0, 0);
  }

  @Override
  public int compareTo(SourceLocation other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0
        ? byFile
        : line != other.line
            ? Integer.compare(line, other.line)
            : Integer.compare(column, other.column);
  }

  /// `order.bpmn:41`, or just the file where no line is known.
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}

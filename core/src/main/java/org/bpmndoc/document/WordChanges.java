package org.bpmndoc.document;

import java.util.ArrayList;
import java.util.List;

/// Marks in two texts the words that are not in both.
public final class WordChanges {

  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /// A stretch of text with the white space in it.
  public record Piece(Kind kind, String text) {}

  /// Beyond that many pairs of words, all of both is marked.
  private static final long PAIRS_MAX = 4_000_000;

  private WordChanges() {}

  /// What was removed stands before what was added in its place.
  public static List<Piece> of(String before, String now) {
    List<String> then = words(before);
    List<String> there = words(now);
    List<Piece> pieces = new ArrayList<>();
    if ((long) then.size() * there.size() > PAIRS_MAX) {
      add(pieces, Kind.REMOVED, before);
      add(pieces, Kind.ADDED, now);
      return pieces;
    }
    int[][] common = common(then, there);
    int i = 0;
    int j = 0;
    while (i < then.size() || j < there.size()) {
      if (i < then.size() && j < there.size() && then.get(i).equals(there.get(j))) {
        add(pieces, Kind.SAME, there.get(j));
        i++;
        j++;
      } else if (j == there.size() || i < then.size() && common[i + 1][j] >= common[i][j + 1]) {
        add(pieces, Kind.REMOVED, then.get(i++));
      } else {
        add(pieces, Kind.ADDED, there.get(j++));
      }
    }
    return pieces;
  }

  /// How many words both have in common from there on.
  private static int[][] common(List<String> then, List<String> there) {
    int[][] common = new int[then.size() + 1][there.size() + 1];
    for (int i = then.size() - 1; i >= 0; i--) {
      for (int j = there.size() - 1; j >= 0; j--) {
        common[i][j] =
            then.get(i).equals(there.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Piece> pieces, Kind kind, String text) {
    if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
      pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
    } else if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text));
    }
  }

  /// Each with the white space after it.
  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)", -1));
  }
}

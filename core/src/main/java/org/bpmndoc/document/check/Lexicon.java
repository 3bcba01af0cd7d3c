package org.bpmndoc.document.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sets of words in several languages, from a file beside this class: another language is a line
/// there. What stands behind a bar goes to a set of its own, with the same name and a `+`.
final class Lexicon {

  /// One word, or several one after another; of the last, how much of a word it has to be.
  private record Form(List<String> words, Extent extent) {}

  private enum Extent {
    WHOLE,
    BEGINNING,
    PART;

    static Extent of(String form) {
      return form.startsWith("=") ? WHOLE : form.startsWith("*") ? PART : BEGINNING;
    }

    boolean fits(String word, String form) {
      return switch (this) {
        case WHOLE -> word.equals(form);
        case BEGINNING -> word.startsWith(form);
        case PART -> word.contains(form);
      };
    }
  }

  /// Ends the name of the set behind a bar.
  static final String MORE = "+";

  /// The forms of one set: single whole words by themselves, which are most, and all others.
  private record Forms(Set<String> words, List<Form> others) {
    static final Forms NONE = new Forms(Set.of(), List.of());

    void add(Form form) {
      if (form.extent() == Extent.WHOLE && form.words().size() == 1) {
        words.add(form.words().getFirst());
      } else {
        others.add(form);
      }
    }
  }

  private final Map<String, Forms> sets = new LinkedHashMap<>();

  private Lexicon() {}

  static Lexicon read(String resource) {
    Lexicon lexicon = new Lexicon();
    text(resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> lexicon.add(line.split(":", 2)));
    return lexicon;
  }

  private void add(String[] set) {
    String[] parts = set[1].split("\\|", 2);
    add(set[0], parts[0]);
    if (parts.length > 1) {
      add(set[0] + MORE, parts[1]);
    }
  }

  private void add(String name, String words) {
    Forms forms = sets.computeIfAbsent(name, _ -> new Forms(new HashSet<>(), new ArrayList<>()));
    for (String word : words.strip().split(" +")) {
      List<String> form = Wording.words(word.replace('_', ' '));
      if (!form.isEmpty()) {
        forms.add(new Form(form, Extent.of(word)));
      }
    }
  }

  List<String> names() {
    return sets.keySet().stream().filter(name -> !name.endsWith(MORE)).toList();
  }

  /// The places in these words where a form of the set begins.
  List<Integer> places(String set, List<String> words) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (isAt(set, words, at)) {
        places.add(at);
      }
    }
    return places;
  }

  boolean has(String set, List<String> words) {
    return !places(set, words).isEmpty();
  }

  boolean isAt(String set, List<String> words, int at) {
    Forms forms = sets.getOrDefault(set, Forms.NONE);
    return at >= 0 && at < words.size() && forms.words().contains(words.get(at))
        || forms.others().stream().anyMatch(form -> isAt(form, words, at));
  }

  private static boolean isAt(Form form, List<String> words, int at) {
    int last = form.words().size() - 1;
    return last >= 0
        && at + last < words.size()
        && words.subList(at, at + last).equals(form.words().subList(0, last))
        && form.extent().fits(words.get(at + last), form.words().get(last));
  }

  private static String text(String resource) {
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}

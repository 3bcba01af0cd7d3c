package org.bpmndoc.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.annotate.Annotated.Edited;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.landscape.UnreadableLandscape;

/// A folder with one model in it, to be annotated.
record Models(Path folder) {

  static final String FILE = "model.bpmn";
  private static final String BEFORE =
      "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">";
  private static final String AFTER = "</bpmn:definitions>";

  Models with(byte[] model) throws IOException {
    Files.write(file(), model);
    return this;
  }

  /// Inside `bpmn:definitions`.
  Models with(String inside) throws IOException {
    Files.writeString(file(), BEFORE + inside + AFTER);
    return this;
  }

  Path file() {
    return folder.resolve(FILE);
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(file());
  }

  /// The same as [#with(String)] was given.
  String inside() throws IOException {
    String all = Files.readString(file());
    assertThat(all).startsWith(BEFORE).endsWith(AFTER);
    return all.substring(BEFORE.length(), all.length() - AFTER.length());
  }

  Landscape landscape() throws UnreadableLandscape {
    return new LandscapeReader().read(folder);
  }

  /// A text for each subject.
  Wish.Write saying(Function<SubjectId, String> text) throws UnreadableLandscape {
    Map<SubjectId, String> texts = new LinkedHashMap<>();
    landscape().subjects().keySet().forEach(id -> texts.put(id, text.apply(id)));
    return new Wish.Write(texts, false, Optional.empty());
  }

  Annotated make(Wish wish) throws Exception {
    return new Annotating(landscape(), folder).make(wish, false, made -> made).getFirst();
  }

  /// What became of the elements, in their order.
  List<What> made(Wish wish) throws Exception {
    Annotated made = make(wish);
    assertThat(made).isInstanceOf(Edited.class);
    return ((Edited) made).done().stream().map(Annotated.Done::what).toList();
  }
}

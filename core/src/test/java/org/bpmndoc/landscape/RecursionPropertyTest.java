package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bpmndoc.bpmn.BpmnReader;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.graph.DependencyGraph.Cut;
import org.bpmndoc.xml.FileReading;

/// Processes that call each other at random, from within sub-processes too, written down in one
/// order and then in another.
class RecursionPropertyTest {

  private static final int PROCESSES_MAX = 7;

  /// An activity: a call of a process, or a sub-process with more of them.
  private record Step(String id, String called, List<Step> inside) {}

  @Property(tries = 300)
  void neither_the_order_nor_the_names_of_files_decide_what_is_cut(
      @ForAll long seed, @ForAll long order, @ForAll long otherOrder) {
    Map<String, List<Step>> processes = processes(new Random(seed));

    Landscape one = written(processes, new Random(order));
    Landscape other = written(processes, new Random(otherOrder));

    assertThat(unfollowed(one)).isEqualTo(unfollowed(other));
    assertThat(recursive(one)).isEqualTo(recursive(other));
    assertThat(calls(one)).isEqualTo(calls(other));
  }

  @Property(tries = 300)
  void only_calls_are_cut_and_the_documents_at_both_ends_are_told(
      @ForAll long seed, @ForAll long order) {
    Landscape landscape = written(processes(new Random(seed)), new Random(order));

    assertThat(landscape.dependencies().cuts()).isEmpty();
    Set<Cut<SubjectId>> told = new HashSet<>();
    landscape
        .parts()
        .forEach((container, parts) ->
            parts.stream()
                .filter(part -> !part.followed())
                .forEach(part -> {
                  Subject called = landscape.subject(part.subject());
                  assertThat(called).isInstanceOf(Subject.ProcessSubject.class);
                  assertThat(landscape.isRecursive(called.id())).isTrue();
                  told.add(new Cut<>(process(landscape, container), called.id()));
                }));
    assertThat(told).containsExactlyInAnyOrderElementsOf(landscape.callGraph().cuts());
    assertThat(landscape.diagnostics())
        .filteredOn(found -> found.code().equals("recursion-cut"))
        .hasSameSizeAs(unfollowed(landscape));
  }

  private static SubjectId process(Landscape landscape, SubjectId id) {
    return landscape.subject(id).parent().map(parent -> process(landscape, parent)).orElse(id);
  }

  private static Map<String, List<Step>> processes(Random random) {
    int count = 1 + random.nextInt(PROCESSES_MAX);
    Map<String, List<Step>> processes = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      processes.put("p" + i, steps(random, "a" + i, count, 0));
    }
    return processes;
  }

  /// Some ids come before those of the processes, some after.
  private static List<Step> steps(Random random, String id, int processes, int depth) {
    List<Step> steps = new ArrayList<>();
    for (int i = random.nextInt(4 - depth); i > 0; i--) {
      String name = (random.nextBoolean() ? "z" : "") + id + "_" + i;
      steps.add(
          random.nextInt(3) == 0 && depth < 2
              ? new Step(name, "", steps(random, name, processes, depth + 1))
              : new Step(name, "p" + random.nextInt(processes), List.of()));
    }
    return steps;
  }

  /// In as many files as it happens, whose names say nothing.
  private static Landscape written(Map<String, List<Step>> processes, Random random) {
    Map<String, String> files = new TreeMap<>();
    for (String process : shuffled(List.copyOf(processes.keySet()), random)) {
      String xml =
          "<process id=\"%s\">%s</process>"
              .formatted(process, xml(processes.getOrDefault(process, List.of()), random));
      files.merge("f" + random.nextInt(4) + ".bpmn", xml, String::concat);
    }
    List<FileReading<Definitions>> readings = new ArrayList<>();
    files.forEach((name, xml) -> readings.add(read(name, xml)));
    return LandscapeBuilder.build(
        "test", new Readings(readings, List.of(), List.of()), LinksFile.EMPTY);
  }

  private static FileReading<Definitions> read(String name, String processes) {
    String xml =
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">%s</definitions>"
            .formatted(processes);
    return new BpmnReader()
        .read(name, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String xml(List<Step> steps, Random random) {
    StringBuilder xml = new StringBuilder();
    for (Step step : shuffled(steps, random)) {
      xml.append(
          step.called().isEmpty()
              ? "<subProcess id=\"%s\" triggeredByEvent=\"%s\">%s</subProcess>"
                  .formatted(step.id(), random.nextBoolean(), xml(step.inside(), random))
              : "<callActivity id=\"%s\" calledElement=\"%s\"/>"
                  .formatted(step.id(), step.called()));
    }
    return xml.toString();
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static Set<String> unfollowed(Landscape landscape) {
    Set<String> unfollowed = new TreeSet<>();
    landscape
        .parts()
        .values()
        .forEach(parts ->
            parts.stream()
                .filter(part -> !part.followed())
                .forEach(
                    part -> unfollowed.add(part.elementId() + " to " + part.subject().element())));
    return unfollowed;
  }

  private static Set<String> recursive(Landscape landscape) {
    Set<String> recursive = new TreeSet<>();
    landscape.callGraph().nodes().stream()
        .filter(landscape::isRecursive)
        .forEach(process -> recursive.add(process.element()));
    return recursive;
  }

  private static Set<String> calls(Landscape landscape) {
    Set<String> calls = new TreeSet<>();
    for (SubjectId process : landscape.callGraph().nodes()) {
      landscape
          .callGraph()
          .allParents(process)
          .forEach(caller -> calls.add(caller.element() + " to " + process.element()));
    }
    return calls;
  }
}

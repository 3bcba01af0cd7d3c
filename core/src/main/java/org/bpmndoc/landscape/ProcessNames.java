package org.bpmndoc.landscape;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Place.ProcessPlace;

/// What each process goes by: its id, its name, and the name of its file, each also without the
/// prefixes that were configured, the file's also without the prefix that all files of its folder,
/// or of the landscape, share.
///
/// Of a file with several processes all that have content go by its name.
final class ProcessNames {

  private static final List<String> ENDINGS =
      List.of(".bpmn20.xml", ".bpmn.xml", ".bpmn2", ".bpmn", ".xml");

  /// The keys of one process.
  record Names(SubjectId process, Set<NameKey> ofProcess, Set<NameKey> ofFile) {}

  private final List<NameKey> prefixes;
  private final List<Names> all;

  ProcessNames(List<ProcessPlace> processes, List<NameKey> prefixes) {
    this.prefixes = List.copyOf(prefixes);
    Map<String, NameKey> files =
        processes.parallelStream()
            .map(place -> place.id().file())
            .distinct()
            .collect(
                Collectors.toMap(
                    file -> file, ProcessNames::fileKey, (one, _) -> one, LinkedHashMap::new));
    NameKey everywhere = SharedPrefix.of(files.values());
    Map<String, NameKey> byFolder =
        files.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    file -> folder(file.getKey()),
                    LinkedHashMap::new,
                    Collectors.collectingAndThen(
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()),
                        SharedPrefix::of)));
    Map<String, Boolean> someHaveContent = new HashMap<>();
    processes.forEach(
        place -> someHaveContent.merge(place.id().file(), hasContent(place), Boolean::logicalOr));
    Map<String, Set<NameKey>> ofFiles = new HashMap<>();
    files.forEach((file, key) ->
        ofFiles.put(
            file,
            fileForms(key, List.of(everywhere, byFolder.getOrDefault(folder(file), everywhere)))));
    all =
        processes.parallelStream()
            .map(place -> {
              String file = place.id().file();
              boolean standsForFile =
                  hasContent(place) || !someHaveContent.getOrDefault(file, false);
              return new Names(
                  place.id(),
                  forms(Stream.of(place.process().id(), place.process().element().name())),
                  standsForFile ? ofFiles.getOrDefault(file, Set.of()) : Set.of());
            })
            .toList();
  }

  List<Names> all() {
    return all;
  }

  /// The telling keys of these texts, as they are and without a prefix.
  Set<NameKey> forms(Stream<String> texts) {
    Set<NameKey> forms = new LinkedHashSet<>();
    texts.map(NameKey::of).forEach(key -> add(key, prefixes, forms));
    return forms;
  }

  private Set<NameKey> fileForms(NameKey file, List<NameKey> shared) {
    Set<NameKey> forms = new LinkedHashSet<>();
    add(file, Stream.concat(prefixes.stream(), shared.stream()).toList(), forms);
    return forms;
  }

  private static void add(NameKey key, List<NameKey> prefixes, Set<NameKey> forms) {
    Stream.concat(Stream.of(key), prefixes.stream().flatMap(prefix -> key.without(prefix).stream()))
        .filter(NameKey::isTelling)
        .forEach(forms::add);
  }

  private static boolean hasContent(ProcessPlace place) {
    return !place.process().content().nodes().isEmpty();
  }

  private static NameKey fileKey(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return NameKey.of(
        ENDINGS.stream()
            .filter(ending ->
                name.regionMatches(
                    true, name.length() - ending.length(), ending, 0, ending.length()))
            .findFirst()
            .map(ending -> name.substring(0, name.length() - ending.length()))
            .orElse(name));
  }

  private static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }
}

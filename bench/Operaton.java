import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.Bpmn;

/// Reads every BPMN file under each folder given with Operaton's model library, side by side.
final class Operaton {

  private Operaton() {}

  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(Path.of(folder))) {
        files = all.filter(file -> file.toString().matches("(?i).*\\.(bpmn2?|bpmn(20)?\\.xml)")).toList();
      }
      long refused = files.parallelStream().filter(file -> !reads(file)).count();
      System.out.printf("%d files, %d refused%n", files.size(), refused);
    }
  }

  private static boolean reads(Path file) {
    try {
      return !Bpmn.readModelFromFile(file.toFile()).getDefinitions().getRootElements().isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }
}

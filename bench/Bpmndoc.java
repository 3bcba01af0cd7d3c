import java.nio.file.Path;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;

/// Reads every folder given with bpmndoc, links and all, and says how much it found.
final class Bpmndoc {

  private Bpmndoc() {}

  public static void main(String[] folders) throws Exception {
    for (String folder : folders) {
      Landscape landscape = new LandscapeReader().read(Path.of(folder));
      System.out.printf(
          "%d files, %d processes, %d calls%n",
          landscape.files().candidates(),
          landscape.callGraph().nodes().size(),
          landscape.calls().size());
    }
  }
}

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.bpmndoc.plan.DurationText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prints the JSON of a plan as a table of docs/concepts/strategies.md.
final class Strategies {

  private Strategies() {}

  public static void main(String[] args) throws Exception {
    JsonNode report = JsonMapper.shared().readTree(Files.readString(Path.of(args[0])));
    String heights =
        report.path("heights").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    System.out.printf(
        "%s subjects (from the leaves up: %s), %s dependencies, %s:%n%n",
        report.path("subjects"), heights, report.path("dependencies"), report.path("model").asString());
    System.out.println("| strategy | batch | direct | waits | cost | p50 | p95 | seen |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (JsonNode plan : report.path("strategies")) {
      System.out.printf(
          "| `%s`%s | %s | %s | %s | $%s | %s | %s | %s %% |%n",
          plan.path("name").asString(),
          plan.path("recommended").booleanValue() ? " *" : "",
          plan.path("batched"),
          plan.path("direct"),
          plan.path("waits"),
          plan.path("costUsd").decimalValue().setScale(4, RoundingMode.HALF_UP),
          time(plan.path("p50Seconds")),
          time(plan.path("p95Seconds")),
          plan.path("childDocuments")
              .decimalValue()
              .multiply(BigDecimal.valueOf(100))
              .setScale(0, RoundingMode.DOWN));
    }
  }

  private static String time(JsonNode seconds) {
    return DurationText.of(Duration.ofSeconds(seconds.longValue()));
  }
}

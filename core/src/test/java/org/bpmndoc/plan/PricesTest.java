package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {

  private final Prices prices = Prices.builtIn();

  @TempDir Path folder;

  @Test
  void the_default_model_is_the_cheapest() {
    Usage usage = Usage.of(20_000, 1_800);

    assertThat(prices.defaultModel()).isEqualTo("claude-haiku-5-5");
    assertThat(prices.date()).hasToString("2026-11-23");
    assertThat(
            prices.models().keySet().stream()
                .min(Comparator.comparing(model -> prices.cost(model, usage, Channel.DIRECT))))
        .contains(prices.defaultModel());
  }

  @Test
  void a_million_tokens_in_and_out_cost_what_the_file_says() {
    Usage million = Usage.of(1_000_000, 1_000_000);

    assertThat(prices.cost("claude-sonnet-5-5", million, Channel.DIRECT)).isEqualTo(Usd.of("12"));
    assertThat(prices.cost("claude-sonnet-5-5", million, Channel.BATCH)).isEqualTo(Usd.of("6"));
    assertThat(prices.cost("claude-fable-5-2", million, Channel.DIRECT)).isEqualTo(Usd.of("48"));
    assertThat(prices.cost("claude-haiku-4-5", million, Channel.BATCH)).isEqualTo(Usd.of("3"));
  }

  @Test
  void one_token_is_priced_exactly() {
    assertThat(prices.cost("claude-haiku-5-5", Usage.of(1, 0), Channel.BATCH))
        .isEqualTo(Usd.of("0.00000005"));
  }

  @Test
  void the_cache_is_written_for_an_hour_and_shares_the_discount() {
    Usage cached = new Usage(0, 0, 1_000_000, 1_000_000);

    assertThat(prices.cost("claude-opus-5-5", cached, Channel.DIRECT)).isEqualTo(Usd.of("8.2"));
    assertThat(prices.cost("claude-opus-5-5", cached, Channel.BATCH)).isEqualTo(Usd.of("4.1"));
  }

  @Test
  void the_whole_prompt_decides_the_tier_cache_included() {
    Usage atTheStep = new Usage(40_000, 0, 60_000, 0);
    Usage overIt = new Usage(40_001, 0, 60_000, 0);

    assertThat(prices.cost("claude-haiku-5-5", atTheStep, Channel.DIRECT))
        .isEqualTo(Usd.of("0.0046"));
    assertThat(prices.cost("claude-haiku-5-5", overIt, Channel.DIRECT))
        .isEqualTo(Usd.of("0.0230005"));
  }

  @Test
  void an_unknown_model_is_answered_with_those_that_are_known() {
    assertThatThrownBy(() -> prices.model("claude-haiku-6"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("claude-haiku-6", "claude-haiku-5-5", "claude-fable-5-2");
  }

  @Test
  void a_model_says_how_much_it_takes() {
    assertThat(prices.limits("claude-haiku-4-5")).isEqualTo(new ModelLimits(200_000, 64_000));
  }

  @Test
  void a_copy_of_the_built_in_file_reads_the_same() throws Exception {
    assertThat(Prices.read(file(builtInText()))).isEqualTo(prices);
  }

  @Test
  void a_users_file_replaces_the_built_in_prices() throws Exception {
    Prices own = Prices.read(file(builtInText().replace("0.10, \"output", "0.40, \"output")));

    assertThat(own.cost("claude-haiku-5-5", Usage.of(100_000, 0), Channel.DIRECT))
        .isEqualTo(Usd.of("0.04"));
  }

  @Test
  void every_mistake_in_a_file_is_named_with_its_line() throws Exception {
    Path file =
        file(
            """
            {
              "date": "yesterday",
              "defaultModel": "m",
              "models": [
                {
                  "model": "m",
                  "batchFactor": "half",
                  "contextWindowTokens": 1000.5,
                  "answerTokensMax": 100,
                  "tiers": [
                    {"inputPerMTok": -1, "outputPerMtok": 5, "cacheWrite5mPerMTok": 1,
                     "cacheWrite1hPerMTok": 1, "cacheReadPerMTok": 1}
                  ],
                  "source": "me"
                }
              ]
            }
            """);

    var refused = catchThrowableOfType(UnusableFileException.class, () -> Prices.read(file));

    assertThat(refused.diagnostics())
        .extracting(problem -> problem.location().line() + " " + problem.message())
        .containsExactly(
            "2 expected \"date\", a date such as 2026-11-23; found the text \"yesterday\"",
            "7 expected \"batchFactor\", a number from 0 to 1,000,000,000 with at most 12 decimal"
                + " places; found the text \"half\"",
            "8 expected \"contextWindowTokens\", a whole number from 1 to 2,147,483,647; found"
                + " 1000.5",
            "11 expected \"outputPerMTok\", a number from 0 to 1,000,000,000 with at most 12"
                + " decimal places; it is missing",
            "11 expected \"inputPerMTok\", a number from 0 to 1,000,000,000 with at most 12"
                + " decimal places; found -1",
            "11 a tier has no \"outputPerMtok\"");
    assertThat(refused.diagnostics()).extracting(Diagnostic::hint).doesNotContain("");
    assertThat(refused).hasMessageContaining("prices.json:7: ");
  }

  @Test
  void tiers_must_rise_and_the_last_take_any_prompt() throws Exception {
    Path file =
        file(
            builtInText()
                .replace(
                    "{\"inputPerMTok\": 0.50", "{\"promptTokensMax\": 9, \"inputPerMTok\": 0.50"));

    assertThatThrownBy(() -> Prices.read(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("the last tier takes any prompt");
  }

  @Test
  void a_default_model_without_a_price_is_refused() throws Exception {
    Path file =
        file(
            builtInText()
                .replace("\"defaultModel\": \"claude-haiku-5-5\"", "\"defaultModel\": \"x\""));

    assertThatThrownBy(() -> Prices.read(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("one of claude-haiku-5-5, ");
  }

  @Test
  void a_model_priced_twice_is_refused() throws Exception {
    Path file =
        file(
            builtInText()
                .replace("\"model\": \"claude-opus-5\"", "\"model\": \"claude-opus-5-5\""));

    assertThatThrownBy(() -> Prices.read(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("\"claude-opus-5-5\" has a price already");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("prices.json"), text);
  }

  private static String builtInText() throws IOException {
    try (InputStream in = Prices.class.getResourceAsStream("prices-2026-11-23.json")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

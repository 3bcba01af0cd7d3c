package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// What a reader does in the machine's own Chromium, with pages from the file system. Whatever the
/// browser complains about fails the test.
abstract class InBrowser {

  private static @Nullable Chromium chromium;

  final List<String> complaints = new ArrayList<>();
  Path models = Path.of("");
  Path out = Path.of("");
  private @Nullable Page page;

  @BeforeAll
  static void start(TestInfo test) {
    chromium = Chromium.start(test.getDisplayName());
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  final void open(@TempDir Path folder) throws IOException {
    models = Files.createDirectory(folder.resolve("models"));
    out = folder.resolve("a site #1");
    page = Objects.requireNonNull(chromium).page(complaints);
  }

  @AfterEach
  final void nothing_was_complained_about() {
    page().close();
    assertThat(complaints).isEmpty();
  }

  final Page page() {
    return Objects.requireNonNull(page);
  }

  final Browser browser() {
    return Objects.requireNonNull(chromium).browser();
  }
}

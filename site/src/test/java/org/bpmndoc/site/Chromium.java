package org.bpmndoc.site;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The machine's own Chromium.
///
/// Without it or without Node.js the tests that need it are skipped and say so; where the
/// environment variable CI is `true` they fail instead.
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

  static Chromium start(String test) {
    Optional<Path> chromium = onPath("chromium");
    Optional<Path> node = onPath("node");
    if (chromium.isEmpty() || node.isEmpty()) {
      skip(test, (chromium.isEmpty() ? "chromium" : "node") + " is not on the path");
    }
    Playwright started =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString())));
    return new Chromium(
        started,
        started
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.orElseThrow())));
  }

  @Override
  public void close() {
    playwright.close();
  }

  /// A page that notes everything a browser complains about; what breaks the content security
  /// policy is on the console.
  Page page(List<String> complaints) {
    Page opened = browser.newPage();
    opened.onConsoleMessage(message -> {
      if (!message.type().equals("log") && !message.type().equals("info")) {
        complaints.add(message.type() + ": " + message.text());
      }
    });
    opened.onPageError(complaints::add);
    opened.onDialog(dialog -> {
      complaints.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    opened.onRequest(request -> {
      if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
        complaints.add("request: " + request.url());
      }
    });
    return opened;
  }

  private static Optional<Path> onPath(String program) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void skip(String test, String reason) {
    if ("true".equals(System.getenv("CI"))) {
      fail("the browser tests cannot run: " + reason);
    }
    System.out.println(test + " is skipped: " + reason);
    abort(reason);
  }
}

package org.bpmndoc.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bpmndoc.site.Look;
import org.bpmndoc.site.Look.Color;
import org.bpmndoc.yaml.TextFile;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlProblems.Named;
import org.bpmndoc.yaml.YamlValue;
import org.bpmndoc.yaml.YamlValue.Items;
import org.bpmndoc.yaml.YamlValue.Scalar;

/// Takes what a landscape wants of its pages out of its configuration. Files that it names are
/// inside its folder, symbolic links followed.
final class SiteReader {

  private static final String KEYS =
      "\"logo\", \"style\", \"colors\", \"hide\", \"first\" or \"pages\"";
  private static final Pattern COLOR = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
  private static final Pattern LOGO = Pattern.compile(".*\\.(?:svg|png|jpe?g|gif|webp)");
  private static final Pattern STYLE = Pattern.compile(".*\\.css");
  private static final Pattern PAGE = Pattern.compile(".*\\.(?:md|markdown)");
  private static final long BYTES_MAX = 1024 * 1024;
  private static final int PAGES_MAX = 50;

  private final Path folder;
  private final YamlProblems problems;
  private final Map<Color, String> colors = new EnumMap<>(Color.class);
  private final List<SiteSettings.Section> named = new ArrayList<>();
  private Optional<Path> logo = Optional.empty();
  private Optional<Path> style = Optional.empty();
  private List<String> hidden = List.of();
  private List<String> first = List.of();
  private List<Look.Page> pages = List.of();

  SiteReader(Path folder, YamlProblems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  SiteSettings settings(YamlValue value) {
    problems.members(value, KEYS).forEach(this::take);
    return new SiteSettings(new Look(logo, style, colors, hidden, first, pages), named);
  }

  private void take(Named member) {
    YamlValue value = member.value();
    switch (member.name()) {
      case "logo" -> logo = file(value, "a picture such as images/logo.svg", LOGO);
      case "style" -> style = file(value, "a style sheet such as house.css", STYLE);
      case "colors" -> problems.members(value, "\"accent\" or \"accentDark\"").forEach(this::color);
      case "hide" -> hidden = sections(value);
      case "first" -> first = sections(value);
      case "pages" -> pages = pages(value);
      default ->
          problems.add(member.at(), "expected %s, found \"%s\"".formatted(KEYS, member.name()));
    }
  }

  private void color(Named member) {
    Optional<Color> color =
        switch (member.name()) {
          case "accent" -> Optional.of(Color.ACCENT);
          case "accentDark" -> Optional.of(Color.ACCENT_DARK);
          default -> Optional.empty();
        };
    if (color.isEmpty()) {
      problems.add(
          member.at(),
          "expected \"accent\" or \"accentDark\", found \"%s\"".formatted(member.name()));
    } else if (member.value() instanceof Scalar scalar && COLOR.matcher(scalar.text()).matches()) {
      colors.put(color.get(), scalar.text().toLowerCase(Locale.ROOT));
    } else {
      problems.expected("a color such as \"#0a6470\", in quotation marks", member.value());
    }
  }

  private List<String> sections(YamlValue value) {
    List<String> names = new ArrayList<>();
    for (YamlValue item : items(value, "a list of sections such as [dependencies, callers]")) {
      if (item instanceof Scalar scalar) {
        names.add(scalar.text());
        named.add(new SiteSettings.Section(scalar.text(), scalar.at()));
      } else {
        problems.expected("the name of a section", item);
      }
    }
    return names;
  }

  private List<Look.Page> pages(YamlValue value) {
    List<YamlValue> items = items(value, "a list of Markdown files such as [docs/guide.md]");
    if (items.size() > PAGES_MAX) {
      problems.add(value.at(), "expected at most %d pages, found more".formatted(PAGES_MAX));
      return List.of();
    }
    return items.stream()
        .flatMap(item ->
            file(item, "a Markdown file such as docs/guide.md", PAGE)
                .flatMap(file -> page(file, item))
                .stream())
        .distinct()
        .toList();
  }

  private Optional<Look.Page> page(Path file, YamlValue item) {
    return switch (TextFile.read(file)) {
      case TextFile.Text text -> Optional.of(new Look.Page(file, text.value()));
      case TextFile.Refused refused -> {
        problems.add(item.at(), refused.message(), refused.hint());
        yield Optional.empty();
      }
    };
  }

  private List<YamlValue> items(YamlValue value, String expected) {
    if (value instanceof Items items) {
      return items.values();
    }
    problems.expected(expected, value);
    return List.of();
  }

  private Optional<Path> file(YamlValue value, String expected, Pattern name) {
    Optional<Path> file =
        value instanceof Scalar scalar
                && name.matcher(scalar.text().toLowerCase(Locale.ROOT)).matches()
            ? Folders.inside(folder, scalar.text()).filter(Files::isRegularFile)
            : Optional.empty();
    if (file.isEmpty()) {
      problems.expected(expected + ", a file inside the landscape's folder", value);
    } else if (size(file.get()) > BYTES_MAX) {
      problems.expected(expected + ", of at most 1 MiB", value);
      return Optional.empty();
    }
    return file;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}

package org.bpmndoc.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bpmndoc.site.Look.Color;

/// The files that people's wishes add to a site.
final class LookFiles {

  private LookFiles() {}

  static List<SiteFile> of(Look look) {
    List<SiteFile> files = new ArrayList<>();
    look.logo().ifPresent(logo -> files.add(copy(Frame.logo(logo), logo)));
    look.styleSheet().ifPresent(style -> files.add(copy(Frame.STYLE, style)));
    if (!look.colors().isEmpty()) {
      files.add(SiteFile.text(Frame.COLORS, () -> colors(look.colors())));
    }
    return files;
  }

  private static SiteFile copy(String path, Path file) {
    return new SiteFile(path, () -> bytes(file));
  }

  private static byte[] bytes(Path file) throws SiteException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SiteException(
          file + ": cannot be read: " + e + "\n  hint: bpmndoc.yaml names it for the pages", e);
    }
  }

  /// Values are checked where they are read: digits of a color, and nothing else.
  private static String colors(Map<Color, String> colors) {
    return rule(colors, false)
        + "@media (prefers-color-scheme: dark) {\n"
        + rule(colors, true)
        + "}\n";
  }

  private static String rule(Map<Color, String> colors, boolean dark) {
    return ":root {\n"
        + Arrays.stream(Color.values())
            .filter(color -> color.isDark() == dark && colors.containsKey(color))
            .map(color -> "  " + color.property() + ": " + colors.get(color) + ";\n")
            .collect(Collectors.joining())
        + "}\n";
  }
}

package org.bpmndoc.cli;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.FolderShelf;
import org.bpmndoc.emulator.Thinking;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.provider.anthropic.AnthropicProvider;
import org.bpmndoc.provider.anthropic.AnthropicSettings;
import org.bpmndoc.provider.anthropic.ApiKey;
import org.bpmndoc.run.Tariff;
import org.bpmndoc.store.sql.StateAddress;

/// Opens the provider of a run. Keys come from the environment alone; a provider is used because it
/// was named, never because a key is there.
record Providers(Console console, CommonOptions common, StateAddress state, Path directory) {

  private static final String KEY = "ANTHROPIC_API_KEY";
  private static final String BASE_URL = "ANTHROPIC_BASE_URL";
  private static final int OFFLINE_KEY_BYTES = 16;

  /// Finds out what is missing before anything is begun.
  void refuseUnusable(String provider) throws Problem {
    if (provider.equals(Provider.ANTHROPIC)) {
      AnthropicSettings _ = settings();
    }
  }

  Provider open(String name, Models models) throws Exception {
    Provider provider = name.equals(Provider.OFFLINE) ? offline() : anthropic(models);
    return common.verbose ? Spoken.of(provider, console.err()) : provider;
  }

  private Provider anthropic(Models models) throws Problem {
    AnthropicSettings settings = settings();
    AnthropicProvider provider = new AnthropicProvider(settings);
    return new Provider(
        Provider.ANTHROPIC,
        settings.baseUrl().getAuthority(),
        provider.batches(),
        provider.direct(),
        provider.counts(),
        models::cost,
        provider::close);
  }

  /// The emulator inside this process, with a key that nobody else on the machine knows. Its
  /// batches are kept beside the state or, where that is on a server, in the folder of the models,
  /// so that a run can be taken up by another process on this machine.
  private Provider offline() throws Exception {
    byte[] bytes = new byte[OFFLINE_KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    String key = HexFormat.of().formatHex(bytes);
    Emulator emulator =
        Emulator.start(
            EmulatorSettings.of(new OfflineWriter())
                .withPrices(Models.free(Provider.OFFLINE_MODEL))
                .withKey(key)
                .withShelf(new FolderShelf(shelf()))
                .withThinking(Thinking.NONE)
                .withoutKeepingBodies());
    AnthropicProvider provider =
        new AnthropicProvider(AnthropicSettings.of(emulator.baseUrl(), new ApiKey(key)));
    return new Provider(
        Provider.OFFLINE,
        Provider.THIS_MACHINE,
        provider.batches(),
        provider.direct(),
        provider.counts(),
        Tariff.FREE,
        () -> {
          provider.close();
          emulator.close();
        });
  }

  private Path shelf() {
    return state.localFolder("offline", directory.resolve(CommonOptions.FOLDER));
  }

  private AnthropicSettings settings() throws Problem {
    String key = console.environment().getOrDefault(KEY, "");
    if (key.isBlank()) {
      throw new Problem(
          "the provider anthropic needs a key, and "
              + KEY
              + " is not set; nothing was sent"
              + "\n  hint: set it in the environment, or leave --provider out to draft offline");
    }
    try {
      URI baseUrl =
          Optional.ofNullable(console.environment().get(BASE_URL))
              .filter(text -> !text.isBlank())
              .map(URI::create)
              .orElse(AnthropicSettings.PUBLIC_API);
      return AnthropicSettings.of(baseUrl, new ApiKey(key));
    } catch (IllegalArgumentException e) {
      throw new Problem(e.getMessage() + "\n  hint: look at " + KEY + " and " + BASE_URL);
    }
  }
}

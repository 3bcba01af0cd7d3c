package org.bpmndoc.cli.config;

import java.util.List;

/// Which keys a file may have, by whose file it is.
enum Keys {
  /// The landscape may have come from anywhere: it cannot say where anything is sent, with which
  /// key, or what is run.
  LANDSCAPE("language", "title", "glossary", "roles", "houseRules", "redact", "profile", "site"),
  USER(
      "provider",
      "model",
      "models",
      "glossary",
      "roles",
      "houseRules",
      "redact",
      "notify",
      "profile");

  static final String PROVIDER = "provider";
  static final String MODEL = "model";
  static final String MODELS = "models";
  static final String LANGUAGE = "language";
  static final String TITLE = "title";
  static final String GLOSSARY = "glossary";
  static final String ROLES = "roles";
  static final String HOUSE_RULES = "houseRules";
  static final String REDACT = "redact";
  static final String NOTIFY = "notify";
  static final String PROFILE = "profile";
  static final String SITE = "site";

  /// Keys come from nowhere but the environment.
  private static final List<String> SECRETS =
      List.of("key", "apiKey", "api-key", "api_key", "keyFile", "key-file", "key_file", "token");

  private static final List<String> ADDRESSES =
      List.of("url", "baseUrl", "base-url", "base_url", "address", "endpoint", "proxy");

  private static final List<String> COMMANDS = List.of("command", "hook", "hooks", "run", "exec");

  private static final String USERS_OWN = " ~/.config/bpmndoc/config.yaml";

  private final List<String> names;

  Keys(String... names) {
    this.names = List.of(names);
  }

  boolean allow(String name) {
    return names.contains(name);
  }

  String expected() {
    return "\""
        + String.join("\", \"", names.subList(0, names.size() - 1))
        + "\" or \""
        + names.getLast()
        + "\"";
  }

  /// Where a key belongs that does not belong here; says where the keys are explained for one that
  /// belongs nowhere.
  String hint(String name) {
    if (SECRETS.contains(name)) {
      return "keys come from the environment alone: ANTHROPIC_API_KEY";
    }
    if (ADDRESSES.contains(name)) {
      return "a provider's address comes from the environment: ANTHROPIC_BASE_URL; who is told when"
          + " a run ends stands below notify in your own configuration";
    }
    if (COMMANDS.contains(name)) {
      return "a command stands below notify in your own configuration,"
          + " ~/.config/bpmndoc/config.yaml";
    }
    if (this == LANDSCAPE && USER.allow(name)) {
      return "a landscape cannot say this: it belongs into your own configuration,"
          + USERS_OWN
          + ", or on the command line";
    }
    if (this == USER && LANDSCAPE.allow(name)) {
      return "this belongs to one landscape: into its "
          + ConfigurationFiles.IN_LANDSCAPE
          + ", or on the command line";
    }
    return SettingsReader.REFERENCE;
  }
}

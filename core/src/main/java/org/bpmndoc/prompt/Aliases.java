package org.bpmndoc.prompt;

import java.util.Map;

public record Aliases(Map<String, String> elements) {}

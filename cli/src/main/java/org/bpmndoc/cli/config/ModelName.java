package org.bpmndoc.cli.config;

import org.bpmndoc.xml.SourceLocation;

/// The name of a model, and where in a file it stands: whether it has a price is known later.
public record ModelName(String text, SourceLocation at) {}

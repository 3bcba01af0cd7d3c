package org.bpmndoc.cli.config;

import org.bpmndoc.xml.SourceLocation;

/// The name of a model, and where in a file it and the kind it is for stand: whether it has a price
/// and whether there is such a kind is known later.
public record ModelName(String text, SourceLocation at, SourceLocation kindAt) {}

package org.bpmndoc.xml;

/// A file as a tree. `hasShapes` says whether its diagram part draws anything.
public record XmlTree(Xml root, boolean hasShapes) {}

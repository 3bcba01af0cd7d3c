package org.bpmndoc.xml;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamReader;

/// Says where a reader stands in its file.
record Places(String file, XMLStreamReader reader) {

  /// Where the next thing begins: the reader stands after what it has just read, and after text one
  /// character further, since the `<` is what ends it.
  SourceLocation here() {
    Location location = reader.getLocation();
    int column = location.getColumnNumber() - (reader.isCharacters() ? 1 : 0);
    return new SourceLocation(file, Math.max(1, location.getLineNumber()), Math.max(1, column));
  }
}

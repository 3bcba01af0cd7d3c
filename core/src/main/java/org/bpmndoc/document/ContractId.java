package org.bpmndoc.document;

/// Names a kind of document and the version of what it must contain: `feature-goal@1`.
public record ContractId(String kind, int version) {

  public static ContractId parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException("a contract is named KIND@VERSION, not " + text);
    }
    return new ContractId(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return kind + "@" + version;
  }
}

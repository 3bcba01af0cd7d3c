package org.bpmndoc.prompt;

import org.bpmndoc.document.ContractId;

/// Names the beginning that requests of one contract to one model share: its instructions. Another
/// schema or another model is another beginning for a provider's cache.
public final class RequestPrefix {

  private RequestPrefix() {}

  public static String name(ContractId contract, String model) {
    return contract + " " + model;
  }
}

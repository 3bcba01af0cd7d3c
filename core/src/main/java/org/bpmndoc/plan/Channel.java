package org.bpmndoc.plan;

/// How a request travels: BATCH is half price and slow, DIRECT full price and now.
public enum Channel {
  BATCH,
  DIRECT
}

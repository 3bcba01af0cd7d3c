package org.bpmndoc.plan;

import java.util.Arrays;

/// An axis of a picture, from 0 to `end` in even, round steps.
record Axis(double step, double end) {

  private static final int STEPS_MAX = 7;
  private static final double DAY = 86_400;
  private static final double[] SECONDS = {
    1, 5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600, 43_200
  };
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  static Axis seconds(double largest) {
    double days = DAY * Math.max(1, Math.ceil(largest / DAY / STEPS_MAX));
    double step =
        Arrays.stream(SECONDS).filter(one -> one * STEPS_MAX >= largest).findFirst().orElse(days);
    return upTo(step, largest);
  }

  static Axis usd(double largest) {
    double least = Math.max(1e-6, largest) / STEPS_MAX;
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
    double step =
        Arrays.stream(ROUND).map(one -> one * power).filter(one -> one >= least).min().orElse(1);
    return upTo(step, largest);
  }

  private static Axis upTo(double step, double largest) {
    return new Axis(step, step * Math.max(1, Math.ceil(largest / step)));
  }

  double[] ticks() {
    double[] ticks = new double[(int) Math.round(end / step) + 1];
    Arrays.setAll(ticks, tick -> tick * step);
    return ticks;
  }
}

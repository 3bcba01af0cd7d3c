package org.bpmndoc.plan;

/// The standard normal distribution.
final class Normal {

  /// Its 90 % point.
  static final double Z90 = 1.2815515655446004;

  private Normal() {}

  /// The point below which that share of it lies, between 0 and 1, to seven digits. The rational
  /// approximations are algorithm AS 241 (PPND7) of Wichura, Applied Statistics 37 (1988).
  static double quantile(double share) {
    double fromMiddle = share - 0.5;
    if (Math.abs(fromMiddle) <= 0.425) {
      double r = 0.180625 - fromMiddle * fromMiddle;
      return fromMiddle
          * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
          / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
    }
    double r = StrictMath.sqrt(-StrictMath.log(Math.min(share, 1 - share)));
    return Math.copySign(r <= 5 ? tail(r - 1.6) : farTail(r - 5), fromMiddle);
  }

  private static double tail(double r) {
    return (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
        / ((0.12021132975 * r + 0.73700164250) * r + 1);
  }

  private static double farTail(double r) {
    return (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
        / ((0.012258202635 * r + 0.24197894225) * r + 1);
  }
}

package org.bpmndoc.plan;

/// Moves what was assumed towards what was seen, the more the more was seen.
///
/// It goes by ratios: what was seen to be ten times as much as was assumed moves an estimate up by
/// the factor by which a tenth would move it down. `weight` is what the assumption counts for, in
/// the measure of what was seen. A little of it moves little, whatever it is; ten times the weight
/// moves nine tenths of the way and more.
public record Shrinkage(double weight) {

  public Shrinkage {
    if (weight <= 0) {
      throw new IllegalArgumentException("an assumption counts for something, not " + weight);
    }
  }

  /// `seen` is the mean of so much; both it and what was assumed are positive.
  public double estimate(double assumed, double seen, double howMuch) {
    return howMuch == 0
        ? assumed
        : assumed * StrictMath.pow(seen / assumed, howMuch / (howMuch + weight));
  }
}

package org.datason.types;

/**
 * A complex number of two doubles: what Python's {@code complex} loads as. Immutable.
 *
 * <pre>{@code
 * new Complex(1, -2).toString(); // 1.0-2.0i
 * }</pre>
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record Complex(double re, double im) {

  /** The number as mathematicians write it: {@code 1.0+2.0i}. */
  @Override
  public String toString() {
    boolean negative = Math.copySign(1, im) < 0 && !Double.isNaN(im);
    return re + (negative ? "-" : "+") + (negative ? -im : im) + "i";
  }
}

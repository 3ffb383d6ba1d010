/**
 * Models and what is measured of them, as plain records that load as themselves: where this library
 * is on the class path, their hints ({@code datason.ConfusionMatrix}) need no registration.
 *
 * <pre>{@code
 * ConfusionMatrix matrix = ConfusionMatrix.of(actual, predicted);
 * matrix.accuracy();
 * Object same = datason.fromJson(datason.toJson(matrix)); // a ConfusionMatrix
 * }</pre>
 */
package org.datason.ml.model;

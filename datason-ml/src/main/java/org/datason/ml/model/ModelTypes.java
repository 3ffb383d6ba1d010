package org.datason.ml.model;

import java.util.Map;
import org.datason.types.NamedTypes;

/** The records of this package by their hints. Found by {@link java.util.ServiceLoader}. */
public final class ModelTypes implements NamedTypes {

  /** For the {@link java.util.ServiceLoader}. */
  public ModelTypes() {}

  @Override
  public Map<String, Class<?>> types() {
    return Map.of(
        "datason.ModelArtifact", ModelArtifact.class,
        "datason.ConfusionMatrix", ConfusionMatrix.class,
        "datason.ClassificationReport", ClassificationReport.class,
        "datason.RocCurve", RocCurve.class,
        "datason.PrecisionRecallCurve", PrecisionRecallCurve.class,
        "datason.CalibrationCurve", CalibrationCurve.class,
        "datason.RegressionReport", RegressionReport.class);
  }
}

package org.datason.ml.experiment;

import java.util.Map;
import org.datason.types.NamedTypes;

/** The records of this package by their hints. Found by {@link java.util.ServiceLoader}. */
public final class ExperimentTypes implements NamedTypes {

  /** For the {@link java.util.ServiceLoader}. */
  public ExperimentTypes() {}

  @Override
  public Map<String, Class<?>> types() {
    return Map.of("datason.Run", Run.class, "datason.Metric", Metric.class);
  }
}

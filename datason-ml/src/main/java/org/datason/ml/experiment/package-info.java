/**
 * Results of experiments on disk: an {@link org.datason.ml.experiment.ExperimentLog} is a folder to
 * which runs are appended, one line of JSON each, with large tensors beside them.
 *
 * <pre>{@code
 * try (ExperimentLog log = ExperimentLog.open(Path.of("experiments"))) {
 *   log.append(Run.builder("baseline").parameter("rate", 0.1).metric("loss", 1, 0.25).build());
 *   System.out.println(log.compare(log.runs()));
 * }
 * }</pre>
 */
package org.datason.ml.experiment;

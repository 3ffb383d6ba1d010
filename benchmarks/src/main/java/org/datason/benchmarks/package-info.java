/**
 * Benchmarks of Datason beside its rivals: the same documents, every result checked equal before it
 * is timed. Start them with {@code ./benchmarks/run}.
 */
package org.datason.benchmarks;

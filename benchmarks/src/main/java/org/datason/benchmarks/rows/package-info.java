/**
 * The rows that can be measured, one for each method of a benchmark with values for its parameters,
 * and running one of them without JMH.
 */
package org.datason.benchmarks.rows;

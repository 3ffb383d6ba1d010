/**
 * Compares a change with its base: both are measured in turns on one machine, and a row fails when
 * it is slower beyond the noise or allocates more.
 */
package org.datason.benchmarks.track;

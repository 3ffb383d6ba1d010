/** Arrow's vectors from JSON and back, beside DuckDB, Jackson by hand and Tablesaw. */
package org.datason.benchmarks.arrow;

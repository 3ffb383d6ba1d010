/** A table through our JSON, Tablesaw's and DFLib's. */
package org.datason.benchmarks.table;

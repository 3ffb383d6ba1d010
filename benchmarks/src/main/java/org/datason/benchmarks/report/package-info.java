/**
 * Measures all rows by JMH and by programs of their own, keeps the results as files, and makes of
 * them the table, the page and {@code docs/performance.md}.
 */
package org.datason.benchmarks.report;

/**
 * Documents whose schema is known, read into records and written from them, beside other libraries.
 */
package org.datason.benchmarks.schema;

/** Tables in CSV files: {@link org.datason.ml.csv.Csv}. */
package org.datason.ml.csv;

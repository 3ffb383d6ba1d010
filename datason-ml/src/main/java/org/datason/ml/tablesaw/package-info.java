/**
 * Tables and columns of Tablesaw: {@link org.datason.ml.tablesaw.Tables} makes frames of them and
 * them of frames. With Tablesaw on the class path they are written and read as any other value.
 */
package org.datason.ml.tablesaw;

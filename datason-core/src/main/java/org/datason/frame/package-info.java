/** Tables and their columns: typed, in primitive arrays, with missing values kept apart. */
package org.datason.frame;

/**
 * The errors of Datason: one sealed, unchecked family in which every message says what was
 * expected, what stood there and where.
 */
package org.datason.error;

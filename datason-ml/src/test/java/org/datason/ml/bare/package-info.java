/** Tests that run once more by themselves, with neither Tablesaw nor ND4J on the class path. */
package org.datason.ml.bare;

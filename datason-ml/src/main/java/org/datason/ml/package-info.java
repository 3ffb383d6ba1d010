/** Adapters of the libraries that data scientists use in Java, and files that they keep. */
package org.datason.ml;

/** Tests that run by themselves, with ND4J's interfaces on the class path but no backend. */
package org.datason.ml.nobackend;

/**
 * Arrays of any number of dimensions, dense and sparse, over memory of any owner: what numpy arrays
 * and the tensors of other libraries load as. Depends on the JDK alone.
 */
package org.datason.tensor;

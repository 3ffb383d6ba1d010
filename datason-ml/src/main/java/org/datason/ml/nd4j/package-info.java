/**
 * Arrays of ND4J as tensors and as JSON. ND4J is optional: nothing of it is touched before there is
 * an array, or one is asked for.
 */
package org.datason.ml.nd4j;

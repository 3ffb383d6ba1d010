/** Frames and tensors as Apache Arrow's record batches, and Arrow's files and streams. */
package org.datason.arrow;

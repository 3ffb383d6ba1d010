/**
 * NumPy's files of arrays, {@code .npy} and {@code .npz}, as tensors. Needs no other library;
 * pickles, which NumPy's own format can hold, are never loaded.
 */
package org.datason.ml.npy;

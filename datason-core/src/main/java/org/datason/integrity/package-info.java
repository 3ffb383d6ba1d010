/**
 * Hashes and seals: whether a document is the one that was written, and who wrote it. {@link
 * org.datason.integrity.Integrity} hashes, seals and opens; a {@link org.datason.integrity.Seal}
 * says how.
 */
package org.datason.integrity;

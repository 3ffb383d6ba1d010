package org.datason.ml.experiment;

import java.util.Objects;

/**
 * What a line says of a file beside it.
 *
 * @param file its name, relative to the folder of the log
 * @param bytes its size
 * @param sha256 the checksum of all its bytes, in small hexadecimal digits
 */
record FileRef(String file, long bytes, String sha256) {

  FileRef {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sha256, "sha256");
  }
}

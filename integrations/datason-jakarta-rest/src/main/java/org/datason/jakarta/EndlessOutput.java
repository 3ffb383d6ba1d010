package org.datason.jakarta;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The output of an answer, which has no end after an error: closing it is one itself. Jersey passes
 * it on to the servlet container, which closes the connection; of an exception it would only tell
 * its log, and end the answer as if it were whole.
 */
final class EndlessOutput extends FilterOutputStream {

  private Throwable error;

  EndlessOutput(OutputStream out) {
    super(out);
  }

  void stop(Throwable cause) {
    error = cause;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    if (error != null) {
      throw new CutOff(error);
    }
    out.close();
  }

  /** An error rather than an exception, since Jersey catches those. */
  private static final class CutOff extends Error {

    private static final long serialVersionUID = 1L;

    CutOff(Throwable cause) {
      super("The answer was cut off", cause);
    }
  }
}

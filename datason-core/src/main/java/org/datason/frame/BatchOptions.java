package org.datason.frame;

import java.util.concurrent.Executor;

/**
 * How a table is read in batches. Immutable.
 *
 * <pre>{@code
 * BatchOptions.defaults().withSchema(schema).withChunkSize(1 << 18)
 * }</pre>
 *
 * @param schema the columns; null to infer them from the rows
 * @param chunkSize so many bytes of JSON make a batch, from 1 to 268,435,456
 * @param widens whether a column whose type is inferred gets a wider type, and a table another
 *     column, when a later row needs it; otherwise such a row is an error
 * @param executor runs the workers; null for threads of their own
 */
public record BatchOptions(Schema schema, int chunkSize, boolean widens, Executor executor) {

  private static final int LARGEST = 1 << 28;
  private static final int USUAL = 1 << 20;

  /**
   * Checks the size.
   *
   * @param schema see the component
   * @param chunkSize see the component
   * @param widens see the component
   * @param executor see the component
   */
  public BatchOptions {
    if (chunkSize < 1 || chunkSize > LARGEST) {
      throw new IllegalArgumentException(
          "chunkSize must be from 1 to " + LARGEST + ", not " + chunkSize);
    }
  }

  /**
   * Inferred columns that widen, a megabyte of JSON a batch, threads of their own.
   *
   * @return the options
   */
  public static BatchOptions defaults() {
    return new BatchOptions(null, USUAL, true, null);
  }

  /**
   * Reads columns of given types; other members and values are errors.
   *
   * @param columns the columns
   * @return the changed options
   */
  public BatchOptions withSchema(Schema columns) {
    return new BatchOptions(columns, chunkSize, widens, executor);
  }

  /**
   * Changes the size of the batches.
   *
   * @param bytes of JSON
   * @return the changed options
   */
  public BatchOptions withChunkSize(int bytes) {
    return new BatchOptions(schema, bytes, widens, executor);
  }

  /**
   * Refuses what does not fit the types inferred from the first batch.
   *
   * @return the changed options
   */
  public BatchOptions withoutWidening() {
    return new BatchOptions(schema, chunkSize, false, executor);
  }

  /**
   * Has the workers run elsewhere.
   *
   * @param workers runs them; it stays the caller's
   * @return the changed options
   */
  public BatchOptions withExecutor(Executor workers) {
    return new BatchOptions(schema, chunkSize, widens, workers);
  }
}

package org.datason.frame;

import java.util.Objects;

/**
 * A view on one row of a frame after the other, without copies. Not thread-safe; each thread takes
 * one of its own.
 *
 * <pre>{@code
 * Row row = frame.row(0);
 * for (int i = 0; i < frame.size(); i++) {
 *   row.moveTo(i);
 *   sum += row.isMissing(2) ? 0 : row.getDouble(2);
 * }
 * }</pre>
 */
public final class Row {

  private final Frame frame;
  private int number;

  Row(Frame frame) {
    this.frame = frame;
  }

  /**
   * Goes to a row.
   *
   * @param row from 0
   * @return this
   * @throws IndexOutOfBoundsException if there is none of that number
   */
  public Row moveTo(int row) {
    number = Objects.checkIndex(row, frame.size());
    return this;
  }

  /**
   * The number of the row.
   *
   * @return from 0
   */
  public int number() {
    return number;
  }

  /**
   * Whether the row has no value in a column.
   *
   * @param column the place of the column
   * @return whether it is missing
   */
  public boolean isMissing(int column) {
    return frame.column(column).isMissing(number);
  }

  /**
   * A value, as {@link Column#getBoolean} gives it.
   *
   * @param column the place of the column
   * @return the value
   */
  public boolean getBoolean(int column) {
    return frame.column(column).getBoolean(number);
  }

  /**
   * A value, as {@link Column#getLong} gives it.
   *
   * @param column the place of the column
   * @return the value
   */
  public long getLong(int column) {
    return frame.column(column).getLong(number);
  }

  /**
   * A value, as {@link Column#getDouble} gives it.
   *
   * @param column the place of the column
   * @return the value
   */
  public double getDouble(int column) {
    return frame.column(column).getDouble(number);
  }

  /**
   * A value, as {@link Column#getText} gives it.
   *
   * @param column the place of the column
   * @return the value
   */
  public String getText(int column) {
    return frame.column(column).getText(number);
  }

  /**
   * A value, as {@link Column#get} gives it.
   *
   * @param column the place of the column
   * @return the value, or null if it is missing
   */
  public Object get(int column) {
    return frame.column(column).get(number);
  }

  /** The values with their names: {@code {id=1, loss=null}}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < frame.schema().size(); i++) {
      text.append(i == 0 ? "" : ", ").append(frame.schema().field(i).name()).append('=');
      text.append(FrameText.cell(get(i)));
    }
    return text.append('}').toString();
  }
}

package org.datason.config;

/** How the data of a table is laid out: pandas' orients. All are read, whatever is set. */
public enum FrameForm {
  /** An object for each row: {@code [{"a":1,"b":2},{"a":3,"b":4}]}. */
  RECORDS,
  /**
   * Labels, names and rows apart: {@code {"index":[0,1],"columns":["a","b"],"data":[[1,2],..]}}.
   */
  SPLIT,
  /** An array for each column: {@code {"a":[1,3],"b":[2,4]}}. Python datason does not load it. */
  LIST,
  /** An object for each column: {@code {"a":{"0":1,"1":3},..}}. Python datason does not load it. */
  DICT,
  /** An array for each row: {@code [[1,2],[3,4]]}. */
  VALUES,
  /** An object of rows by their labels: {@code {"0":{"a":1,"b":2},..}}. */
  INDEX,
  /** The Table Schema form of pandas' {@code to_json}: {@code {"schema":{..},"data":[{..}]}}. */
  TABLE
}

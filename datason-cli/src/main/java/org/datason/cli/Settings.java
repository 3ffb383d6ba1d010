package org.datason.cli;

import org.datason.config.DatasonConfigBuilder;

/** The settings of commands that take any JSON, whatever its size. */
final class Settings {

  private Settings() {}

  /** No limit but the machine's. */
  static DatasonConfigBuilder unlimited(DatasonConfigBuilder settings) {
    return settings
        .maxDepth(Integer.MAX_VALUE)
        .maxStringLength(Integer.MAX_VALUE)
        .maxNumberLength(Integer.MAX_VALUE)
        .maxItems(Integer.MAX_VALUE)
        .maxMembers(Integer.MAX_VALUE)
        .maxBytes(Long.MAX_VALUE);
  }
}

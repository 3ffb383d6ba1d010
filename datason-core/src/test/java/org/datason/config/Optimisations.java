package org.datason.config;

import java.util.ArrayList;
import java.util.List;
import org.datason.Datason;

/** Instances without optimisations, which are to give the same bytes and values. */
public final class Optimisations {

  private Optimisations() {}

  /** Like the given one, but each with one optimisation off, and one with none on. */
  public static List<Datason> without(Datason datason) {
    List<Datason> instances = new ArrayList<>();
    DatasonConfigBuilder none = datason.config().toBuilder();
    for (Setting setting : Setting.values()) {
      if (setting.group() == Setting.Group.OPTIMISATIONS) {
        instances.add(datason.with(c -> c.set(setting.key(), off(setting))));
        none.set(setting.key(), off(setting));
      }
    }
    DatasonConfig off = none.build();
    instances.add(datason.with(c -> off.toBuilder()));
    return instances;
  }

  /** The value that turns an optimisation off. */
  private static String off(Setting setting) {
    return switch (setting) {
      case WORKERS -> "1"; // the calling thread alone
      case PARALLEL_FROM -> Integer.toString(Integer.MAX_VALUE);
      default -> "false";
    };
  }
}

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
        instances.add(datason.with(c -> c.set(setting.key(), "false")));
        none.set(setting.key(), "false");
      }
    }
    DatasonConfig off = none.build();
    instances.add(datason.with(c -> off.toBuilder()));
    return instances;
  }
}

package org.datason.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.datason.config.DatasonConfig;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

class AblationBenchmarkTest {

  /** The optimisations are the settings that follow on the last limit. */
  @Test
  void everySwitchHasARow() throws Exception {
    List<String> settings = List.copyOf(DatasonConfig.defaults().toMap().keySet());
    Set<String> switches =
        new LinkedHashSet<>(settings.subList(settings.indexOf("maxMembers") + 1, settings.size()));
    switches.remove("parallelFrom"); // from where on there are workers
    Set<String> rows =
        new LinkedHashSet<>(
            Arrays.asList(
                AblationBenchmark.class.getField("off").getAnnotation(Param.class).value()));
    rows.remove("nothing");
    assertEquals(switches, rows);
  }
}

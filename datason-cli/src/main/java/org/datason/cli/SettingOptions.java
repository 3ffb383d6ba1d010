package org.datason.cli;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.DatasonConfigBuilder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * The options by which a command gets its settings. Each over the one before: the command's own,
 * {@code datason.properties} on the class path, the variables {@code DATASON_*}, the preset, the
 * file, and what further options of the command say.
 */
final class SettingOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "Take the settings of a preset, limits included, in place of the command's own and the"
              + " environment's: defaults, ml, api, strict, performance or python.")
  private String preset;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Take settings from a .json or .properties file, over the preset and the variables"
              + " DATASON_*.")
  private Path file;

  /** Whether one of the options is given. */
  boolean given() {
    return preset != null || file != null;
  }

  /**
   * An instance by all settings.
   *
   * @param own the command's own settings
   * @param last what goes over all others
   */
  Datason datason(
      UnaryOperator<DatasonConfigBuilder> own, UnaryOperator<DatasonConfigBuilder> last) {
    try {
      DatasonConfigBuilder settings = own.apply(DatasonConfig.builder()).loadEnvironment();
      if (preset != null) {
        settings.preset(preset);
      }
      if (file != null) {
        settings.load(file);
      }
      return Datason.builder().config(last.apply(settings).build()).build();
    } catch (IllegalArgumentException e) {
      throw Errors.usage(spec.commandLine(), e.getMessage());
    }
  }
}

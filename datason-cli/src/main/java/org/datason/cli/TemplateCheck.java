package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.template.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of each file whether it is as a template says, and where not. */
@Command(
    name = "check",
    description = {
      "Checks that files are as a template says.",
      "Prints 'FILE: ok' or a line 'FILE:LINE:COLUMN: MESSAGE' for each place that is not as the"
          + " template says; columns count bytes. A name that ends with .ndjson or .jsonl means one"
          + " value a line, and .gz a compressed file. Where the template is of objects, the items"
          + " of a document that is an array are checked."
    })
final class TemplateCheck implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "T.json", description = LoadedTemplate.DESCRIPTION)
  private String template;

  @Parameters(
      index = "1..*",
      paramLabel = "FILE",
      arity = "1..*",
      description = "The files; - is standard input.")
  private List<String> files;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "json or ndjson, whatever the names say.")
  private Format from;

  @Mixin private SettingOptions settings;

  TemplateCheck(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Datason datason = settings.datason(Settings::unlimited, c -> c);
    PrintWriter out = spec.commandLine().getOut();
    LoadedTemplate loaded =
        LoadedTemplate.of(template, datason, streams, spec.commandLine().getErr());
    int code = 0;
    for (String file : files) {
      if (!isGood(file, loaded, datason, out)) {
        code = 1;
      }
      if (out.checkError()) {
        return code; // nobody reads on
      }
    }
    return code;
  }

  private boolean isGood(String file, LoadedTemplate loaded, Datason datason, PrintWriter out) {
    boolean[] bad = {false};
    try (Source source = Source.open(file, Format.ofJson(file, from), streams)) {
      source.readAll(
          source.reader(datason),
          in ->
              loaded.each(
                  in,
                  source.format() == Format.JSON,
                  (template, value) ->
                      template.validateNext(
                          value,
                          violation -> {
                            bad[0] = true;
                            out.println(Text.line(file + line(violation)));
                          })));
      if (!bad[0]) {
        out.println(Text.line(file + ": ok"));
      }
      return !bad[0];
    } catch (DatasonException e) {
      out.println(Text.line(file + Errors.where(e) + ": " + Errors.what(e)));
    } catch (IOException e) {
      out.println(Text.line(file + ": " + Errors.reason(e)));
    }
    return false;
  }

  private static String line(Violation violation) {
    return Errors.where(violation.location())
        + ": "
        + Errors.what(violation.message(), violation.location());
  }
}

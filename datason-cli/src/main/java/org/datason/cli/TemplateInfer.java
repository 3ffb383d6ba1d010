package org.datason.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.template.Template;
import org.datason.template.TemplateFile;
import org.datason.template.TemplateInference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a template of what documents have in common. */
@Command(
    name = "infer",
    description = {
      "Makes a template of what documents have in common, and writes it as a template file.",
      "Each document is a sample: the more, the better. A name that ends with .ndjson or .jsonl"
          + " means one a line, and .gz a compressed file."
    })
final class TemplateInfer implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is standard input.")
  private List<String> files;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "T.json",
      defaultValue = Format.STANDARD,
      description = "The template file to write; standard output if it is left out.")
  private String output;

  @Option(
      names = "--each",
      description = "Take each item of a document that is an array as a sample.")
  private boolean each;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "json or ndjson, whatever the names say.")
  private Format from;

  @Mixin private SettingOptions settings;

  TemplateInfer(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Datason datason = settings.datason(c -> Settings.unlimited(c).acceptNonFinite(true), c -> c);
    TemplateInference inference = new TemplateInference();
    long samples = 0;
    for (String file : files) {
      samples += add(file, datason, inference);
    }
    if (samples == 0) {
      throw new Failure("The files have no value to infer a template from", null);
    }
    Template<Object> template = inference.builder().build();
    if (Format.isStandard(output)) {
      spec.commandLine().getOut().println(TemplateFile.print(template));
    } else {
      TemplateFile.write(template, Path.of(output));
    }
    return 0;
  }

  /** Takes the values of a file as samples; how many there were. */
  private long add(String file, Datason datason, TemplateInference inference) {
    long[] items = {0};
    try (Source source = Source.open(file, Format.ofJson(file, from), streams)) {
      source.readAll(
          source.reader(datason),
          in -> {
            if (each && in.peek() == JsonToken.BEGIN_ARRAY) {
              items[0] += addItems(in, inference);
            } else {
              inference.add(in);
              items[0]++;
            }
          });
    } catch (DatasonException e) {
      throw Errors.in(file, e);
    } catch (IOException e) {
      throw Errors.unreadable(file, e);
    }
    return items[0];
  }

  private static long addItems(JsonReader in, TemplateInference inference) {
    long count = 0;
    in.beginArray();
    while (in.hasNext()) {
      inference.add(in);
      count++;
    }
    in.endArray();
    return count;
  }
}

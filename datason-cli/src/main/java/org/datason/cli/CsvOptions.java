package org.datason.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.datason.frame.FieldType;
import org.datason.ml.csv.Csv;
import org.datason.ml.csv.CsvReader;
import org.datason.ml.csv.CsvWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * The options by which a CSV file is read or, where none is read, written. Of a CSV file that is
 * made of another one, its name tells the delimiter.
 */
final class CsvOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--delimiter",
      paramLabel = "C",
      description =
          "What separates the fields of the CSV file that is read, or else written: a character, or"
              + " tab; a comma by default, in .tsv files a tab.")
  private String delimiter;

  @Option(names = "--no-header", description = "The CSV file has no line with names.")
  private boolean noHeader;

  @Option(
      names = "--missing",
      paramLabel = "TEXT",
      description =
          "A text that means a missing value in a CSV file, beside the empty one; may be repeated.")
  private String[] missing = {};

  @Option(
      names = "--type",
      paramLabel = "NAME=TYPE",
      description =
          "The type of a column of a CSV file, such as zip=text or price=decimal(10, 2); may be"
              + " repeated. Others are inferred.")
  private Map<String, String> types = Map.of();

  @Option(
      names = "--lenient",
      description =
          "Take texts such as 1e-05, +5, 2.50 and TRUE for what they stand for, though these are"
              + " written otherwise.")
  private boolean lenient;

  @Option(
      names = "--index",
      description = "The first column of the CSV file has the labels of the rows.")
  private boolean index;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "The charset of the CSV file; UTF-8 by default.")
  private String charset;

  /** Whether one of the options is given. */
  boolean given() {
    return delimiter != null
        || noHeader
        || missing.length > 0
        || !types.isEmpty()
        || lenient
        || index
        || charset != null;
  }

  /** Whether the labels of rows are asked for. */
  boolean index() {
    return index;
  }

  /** The reader that the options ask for. */
  CsvReader reader(String name) {
    try {
      String[] texts = new String[missing.length + 1];
      texts[0] = "";
      System.arraycopy(missing, 0, texts, 1, missing.length);
      CsvReader reader =
          Csv.reader()
              .delimiter(delimiter(name))
              .header(!noHeader)
              .missing(texts)
              .charset(charset())
              .lenient(lenient)
              .maxBytes(Long.MAX_VALUE);
      for (Map.Entry<String, String> type : types.entrySet()) {
        reader = reader.type(type.getKey(), FieldType.named(type.getValue()));
      }
      return index ? reader.index() : reader;
    } catch (IllegalArgumentException e) {
      throw Errors.usage(spec.commandLine(), e.getMessage());
    }
  }

  /**
   * The writer that the options ask for.
   *
   * @param fromCsv whether they say how another CSV file was read
   */
  CsvWriter writer(String name, boolean fromCsv) {
    try {
      CsvWriter writer = Csv.writer().header(!noHeader);
      writer = index ? writer.index() : writer;
      return fromCsv
          ? writer.delimiter(usual(name))
          : writer
              .delimiter(delimiter(name))
              .missing(missing.length == 0 ? "" : missing[0])
              .charset(charset());
    } catch (IllegalArgumentException e) {
      throw Errors.usage(spec.commandLine(), e.getMessage());
    }
  }

  private char delimiter(String name) {
    if (delimiter == null) {
      return usual(name);
    }
    if (delimiter.equals("tab")) {
      return '\t';
    }
    if (delimiter.length() != 1) {
      throw new IllegalArgumentException(
          "--delimiter is one character or tab, not '" + delimiter + "'");
    }
    return delimiter.charAt(0);
  }

  /** The delimiter that a name tells. */
  private static char usual(String name) {
    return Format.plain(name).toLowerCase(Locale.ROOT).endsWith(".tsv") ? '\t' : ',';
  }

  private Charset charset() {
    try {
      return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("There is no charset '" + charset + "'", e);
    }
  }
}

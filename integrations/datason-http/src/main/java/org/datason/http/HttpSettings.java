package org.datason.http;

import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.DatasonConfigBuilder;
import org.datason.config.NonFiniteForm;
import org.datason.frame.BatchOptions;

/**
 * What a {@link DatasonHttp} is set to.
 *
 * @param datason writes and reads JSON by default
 * @param apiByDefault whether JSON is plain where no preset is asked for
 */
record HttpSettings(
    Datason datason,
    boolean apiByDefault,
    long maxBodyBytes,
    long maxContentBytes,
    boolean compresses,
    BatchOptions batches) {

  HttpSettings with(Datason json) {
    return new HttpSettings(json, apiByDefault, maxBodyBytes, maxContentBytes, compresses, batches);
  }

  HttpSettings with(BatchOptions options) {
    return new HttpSettings(
        datason, apiByDefault, maxBodyBytes, maxContentBytes, compresses, options);
  }

  HttpSettings withApi(boolean plain) {
    return new HttpSettings(datason, plain, maxBodyBytes, maxContentBytes, compresses, batches);
  }

  HttpSettings withLimits(long body, long content) {
    return new HttpSettings(datason, apiByDefault, body, content, compresses, batches);
  }

  HttpSettings withCompression(boolean compress) {
    return new HttpSettings(
        datason, apiByDefault, maxBodyBytes, maxContentBytes, compress, batches);
  }

  /** The parameter of JSON that says which settings it is written and read by. */
  static final String PRESET = "preset";

  static final String API = "api";
  static final String DEFAULT = "default";

  boolean isApi(MediaType type) {
    String preset = type.parameter(PRESET);
    return preset == null ? apiByDefault : preset.equals(API);
  }

  /**
   * What writes and reads a body. Who sends it says how values are written, and never what is
   * accepted or how much.
   */
  Datason datasonOf(MediaType type) {
    return isApi(type) && datason.config().hints() ? datason.with(HttpSettings::plain) : datason;
  }

  private static DatasonConfigBuilder plain(DatasonConfigBuilder config) {
    DatasonConfig api = DatasonConfig.api();
    return config
        .hints(api.hints())
        .exactNumbers(api.exactNumbers())
        .sortKeys(api.sortKeys())
        .dateForm(api.dateForm())
        .nonFiniteForm(api.nonFiniteForm())
        .decimalForm(api.decimalForm())
        .uuidForm(api.uuidForm())
        .bytesForm(api.bytesForm())
        .tensorForm(api.tensorForm())
        .enumForm(api.enumForm())
        .keyForm(api.keyForm())
        .frameForm(api.frameForm());
  }

  /** What writes rows without their types: NaN is a text there, as null would be missing. */
  Datason rowsOf(MediaType type) {
    Datason plain = datasonOf(type).with(c -> c.maxBytes(Long.MAX_VALUE).indent(0));
    boolean hinted = plain.config().nonFiniteForm() == NonFiniteForm.HINTED;
    return hinted ? plain.with(c -> c.nonFiniteForm(NonFiniteForm.TEXT)) : plain;
  }
}

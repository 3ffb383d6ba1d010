package org.datason.template;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.datason.Datason;
import org.datason.config.Recognition;
import org.datason.frame.Frame;

/**
 * Gathers the rules of a {@link Template}. Not thread-safe.
 *
 * <pre>{@code
 * Template<Run> template = Template.builder(Run.class)
 *     .field("started", f -> f.withName("start").withRequired(true))
 *     .field("metrics.loss", f -> f.withAliases("error"))
 *     .tag(Step.class, "kind")
 *     .build();
 * }</pre>
 *
 * @param <T> what documents are read into
 */
public final class TemplateBuilder<T> {

  private static final int BATCH = 1 << 16;

  private record Edit(String path, UnaryOperator<TemplateField> change) {}

  /** The type of the values; null for maps and frames. */
  private final Type type;

  /** The description; null to make it of the type. */
  private final Description given;

  private final boolean frames;
  private final List<Edit> edits = new ArrayList<>();
  private final Map<Class<?>, Tag> tags = new HashMap<>();
  private Datason datason = Datason.create();
  private Compilation compilation = Compilation.AUTO;
  private Consumer<Violation> lenient;
  private int batchSize = BATCH;

  TemplateBuilder(Type type) {
    this(Objects.requireNonNull(type, "type"), null, false);
  }

  TemplateBuilder(Description description) {
    this(null, description, false);
  }

  private TemplateBuilder(Type type, Description description, boolean frames) {
    this.type = type;
    this.given = description;
    this.frames = frames;
  }

  static TemplateBuilder<Frame> ofFrame(Description description) {
    return new TemplateBuilder<>(null, description, true);
  }

  /**
   * Takes other settings, handlers and registered types than the usual ones.
   *
   * @param other whose to take; what it redacts is redacted here too
   * @return this
   */
  public TemplateBuilder<T> datason(Datason other) {
    datason = Objects.requireNonNull(other, "other");
    return this;
  }

  /**
   * Changes the rules of a field.
   *
   * @param path the names of fields on the way, with dots between them: {@code metrics.loss};
   *     lists, maps and the kinds of a sealed type are passed through
   * @param change gives the field with other rules
   * @return this
   */
  public TemplateBuilder<T> field(String path, UnaryOperator<TemplateField> change) {
    edits.add(new Edit(Objects.requireNonNull(path, "path"), change));
    return this;
  }

  /**
   * Tells the classes below a sealed type apart by a member, which says their simple names.
   *
   * @param sealed the sealed interface or class
   * @param member the name of the member, which none of the classes has
   * @return this
   */
  public TemplateBuilder<T> tag(Class<?> sealed, String member) {
    return tag(sealed, member, Map.of());
  }

  /**
   * Tells the classes below a sealed type apart by a member.
   *
   * @param sealed the sealed interface or class
   * @param member the name of the member, which none of the classes has
   * @param texts what it says, by the class; the simple name for those that are left out
   * @return this
   */
  public TemplateBuilder<T> tag(Class<?> sealed, String member, Map<Class<?>, String> texts) {
    if (!sealed.isSealed()) {
      throw new IllegalArgumentException(
          sealed.getName() + " is not sealed, so that the classes below it are not known");
    }
    tags.put(sealed, new Tag(Objects.requireNonNull(member, "member"), Map.copyOf(texts)));
    return this;
  }

  /**
   * Takes what does not fit, as far as there is room for it: in a map as what it is recognised as;
   * in a class where the member can hold that, otherwise as the default or null. Without this it is
   * refused. Members that are missing are refused all the same.
   *
   * @param report is told of each such value, in their order
   * @return this
   */
  public TemplateBuilder<T> lenient(Consumer<Violation> report) {
    lenient = Objects.requireNonNull(report, "report");
    return this;
  }

  /**
   * Says when the template is compiled.
   *
   * @param when when; {@link Compilation#AUTO} by default
   * @return this
   */
  public TemplateBuilder<T> compilation(Compilation when) {
    compilation = Objects.requireNonNull(when, "when");
    return this;
  }

  /**
   * Says how many rows a frame of a stream has at most.
   *
   * @param rows 1 or more; 65,536 by default
   * @return this
   */
  public TemplateBuilder<T> batchSize(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("batchSize must be at least 1, not " + rows);
    }
    batchSize = rows;
    return this;
  }

  /**
   * Makes the template.
   *
   * @return the template
   * @throws IllegalArgumentException if rules contradict each other, or are of a field that there
   *     is not
   * @throws org.datason.error.UnsupportedTypeException if values of the type could not be written
   *     or read without loss
   */
  public Template<T> build() {
    if (frames && lenient != null) {
      throw new IllegalArgumentException(
          "A column takes the values of its type alone, so a template of frames cannot be lenient");
    }
    Description description =
        given != null ? given : ClassDescriber.describe(type, datason.types(), tags);
    for (Edit edit : edits) {
      description = Edits.edit(description, edit.path(), edit.change());
    }
    Datason engine =
        lenient == null ? datason : datason.with(c -> c.recognition(Recognition.AUTOMATIC));
    Binder binder = new Binder(description, datason.types(), tags, lenient);
    Codec codec;
    if (frames) {
      Node.Members record = (Node.Members) ((Node.Items) description.root()).item();
      codec =
          new RowsCodec(
              (ObjectCodec) binder.bind(record, null), Columns.schema(record, description));
    } else {
      codec = binder.bind(description.root(), type);
    }
    return new Template<>(description, engine, codec, batchSize, compilation, lenient != null);
  }
}

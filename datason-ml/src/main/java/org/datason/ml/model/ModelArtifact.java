package org.datason.ml.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.datason.tensor.Tensor;

/**
 * A model as data: what it is called, what made it, its weights as tensors, and whatever its
 * framework wrote as bytes. Loading one reads data and executes nothing: the bytes stay bytes until
 * the caller hands them to the framework. Immutable as far as the tensors and bytes are, neither of
 * which is copied.
 *
 * <pre>{@code
 * ModelArtifact model =
 *     ModelArtifact.of("iris", "1.2.0", "softmax-regression")
 *         .withMetadata("classes", List.of("setosa", "versicolor", "virginica"))
 *         .withTensor("weights", Tensor.of(weights, 3, 4))
 *         .withContent(Files.readAllBytes(Path.of("model.onnx")));
 * }</pre>
 *
 * @param name what the model is called
 * @param version its version, of any form; empty if it has none
 * @param framework what made it and can read its bytes, such as {@code onnx}; empty if none did
 * @param metadata whatever else is to be known of it, in the order of its making; unmodifiable
 * @param tensors its parameters by name, in the order of their making; unmodifiable
 * @param content the bytes of its framework; empty if there are none
 */
public record ModelArtifact(
    String name,
    String version,
    String framework,
    Map<String, Object> metadata,
    Map<String, Tensor> tensors,
    byte[] content) {

  private static final byte[] NONE = {};

  /**
   * Takes copies of the maps; what is null but for the name counts as empty.
   *
   * @param name see the component
   * @param version see the component
   * @param framework see the component
   * @param metadata see the component
   * @param tensors see the component; no tensor may be null
   * @param content see the component
   */
  public ModelArtifact {
    Objects.requireNonNull(name, "name");
    version = version == null ? "" : version;
    framework = framework == null ? "" : framework;
    metadata = copy(metadata);
    tensors = copy(tensors);
    content = content == null ? NONE : content;
    tensors.forEach((key, tensor) -> Objects.requireNonNull(tensor, () -> "the tensor " + key));
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * A model of which nothing else is known yet.
   *
   * @param name what it is called
   * @param version its version
   * @param framework what made it
   * @return the model, without metadata, tensors and bytes
   */
  public static ModelArtifact of(String name, String version, String framework) {
    return new ModelArtifact(name, version, framework, null, null, null);
  }

  /**
   * The same model with one more thing to be known of it.
   *
   * @param key its name
   * @param value anything that can be written as JSON, or null
   * @return another artifact
   */
  public ModelArtifact withMetadata(String key, Object value) {
    return new ModelArtifact(
        name, version, framework, with(metadata, key, value), tensors, content);
  }

  /**
   * The same model with one more tensor.
   *
   * @param key the name of the parameter
   * @param tensor its values
   * @return another artifact
   */
  public ModelArtifact withTensor(String key, Tensor tensor) {
    return new ModelArtifact(
        name, version, framework, metadata, with(tensors, key, tensor), content);
  }

  /**
   * The same model with more tensors, such as the parameters of a network:
   *
   * <pre>{@code
   * model.withTensors(NdArrays.toTensors(network.paramTable()))
   * }</pre>
   *
   * @param more the tensors by the names of the parameters
   * @return another artifact
   */
  public ModelArtifact withTensors(Map<String, Tensor> more) {
    Map<String, Tensor> all = new LinkedHashMap<>(tensors);
    all.putAll(more);
    return new ModelArtifact(name, version, framework, metadata, all, content);
  }

  /**
   * The same model with other bytes.
   *
   * @param bytes what its framework wrote
   * @return another artifact
   */
  public ModelArtifact withContent(byte[] bytes) {
    return new ModelArtifact(name, version, framework, metadata, tensors, bytes);
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(Objects.requireNonNull(key, "key"), value);
    return more;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelArtifact that
        && name.equals(that.name)
        && version.equals(that.version)
        && framework.equals(that.framework)
        && metadata.equals(that.metadata)
        && tensors.equals(that.tensors)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, version, framework, metadata, tensors, Arrays.hashCode(content));
  }

  /** What it is, without the numbers: {@code iris 1.2.0 (onnx): tensors [weights], 512 bytes}. */
  @Override
  public String toString() {
    return name
        + (version.isEmpty() ? "" : " " + version)
        + (framework.isEmpty() ? "" : " (" + framework + ")")
        + ": tensors "
        + tensors.keySet()
        + ", "
        + content.length
        + " bytes";
  }
}

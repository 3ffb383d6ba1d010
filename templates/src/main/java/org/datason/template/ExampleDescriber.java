package org.datason.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.datason.tensor.Tensor;

/** Describes documents by an example of what is read from them. */
final class ExampleDescriber {

  private ExampleDescriber() {}

  static Node node(Object example) {
    if (example == null) {
      return new Node.Any();
    }
    if (example instanceof Map<?, ?> map) {
      return members(map);
    }
    if (example instanceof Collection<?> items) {
      return new Node.Items(item(items));
    }
    ScalarType scalar = ScalarType.of(example.getClass());
    if (scalar != null) {
      return new Node.Scalar(scalar);
    }
    return example instanceof Tensor
        ? new Node.Numbers()
        : new Node.Java(example.getClass().getName());
  }

  private static Node members(Map<?, ?> map) {
    List<TemplateField> fields = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name)) {
        throw new IllegalArgumentException(
            "An example's keys are texts, not " + entry.getKey() + "; these are the field names");
      }
      Object value = entry.getValue();
      fields.add(
          TemplateField.of(name, node(value)).withRequired(true).withNullable(value == null));
    }
    return new Node.Members("object", fields, null);
  }

  /** What the items have in common: one kind, or else any. */
  private static Node item(Collection<?> items) {
    Node common = null;
    for (Object item : items) {
      Node node = node(item);
      if (common != null && !common.equals(node)) {
        return new Node.Any();
      }
      common = node;
    }
    return common == null ? new Node.Any() : common;
  }
}

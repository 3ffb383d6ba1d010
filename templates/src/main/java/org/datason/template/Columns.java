package org.datason.template;

import java.util.ArrayList;
import java.util.List;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Schema;

/** The nodes of a schema's fields, and the columns that take the values of nodes. */
final class Columns {

  private Columns() {}

  /** The records that a frame of a schema is read from. */
  static Node.Members members(Schema schema) {
    List<TemplateField> fields = new ArrayList<>();
    for (Field field : schema.fields()) {
      fields.add(TemplateField.of(field.name(), node(field.type())));
    }
    return new Node.Members("record", fields, null);
  }

  private static Node node(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return new Node.Items(node(list.items()));
    }
    if (type instanceof FieldType.Struct struct) {
      return members(struct.schema());
    }
    ScalarType scalar = ScalarType.of(type);
    return scalar == null ? new Node.Any() : new Node.Scalar(scalar, type);
  }

  /** The columns that take the fields of records. */
  static Schema schema(Node.Members members, Description description) {
    List<Field> fields = new ArrayList<>();
    for (TemplateField field : members.fields()) {
      FieldType type = column(field.node(), description);
      boolean dictionary = field.dictionary() && type == FieldType.Simple.TEXT;
      fields.add(
          new Field(field.name(), dictionary ? new FieldType.Dictionary(type, false) : type));
    }
    return Schema.of(fields);
  }

  private static FieldType column(Node node, Description description) {
    Node resolved = description.resolve(node);
    if (node != resolved && resolved instanceof Node.Members) {
      return FieldType.Simple.MIXED; // it contains itself
    }
    if (resolved instanceof Node.Scalar scalar) {
      return scalar.column();
    }
    if (resolved instanceof Node.Choice) {
      return new FieldType.Dictionary(FieldType.Simple.TEXT, false);
    }
    if (resolved instanceof Node.Items items) {
      return new FieldType.ListOf(column(items.item(), description));
    }
    return resolved instanceof Node.Members members
        ? new FieldType.Struct(schema(members, description))
        : FieldType.Simple.MIXED;
  }
}

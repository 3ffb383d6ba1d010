package org.datason.template;

/**
 * What a schema describes: a node, and the rules that a field has.
 *
 * @param node what it is
 * @param nullable whether it may be null
 * @param limits how large it may be
 */
record SchemaPart(Node node, boolean nullable, Limits limits) {

  /** Any value. */
  static final SchemaPart ANY = new SchemaPart(new Node.Any(), true, Limits.NONE);

  static SchemaPart of(Node node) {
    return new SchemaPart(node, false, Limits.NONE);
  }

  SchemaPart withNull() {
    return new SchemaPart(node, true, limits);
  }
}

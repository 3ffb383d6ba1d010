/**
 * The JSON engine: UTF-8 bytes to values and back without an intermediate tree, and {@link
 * org.datason.json.TypeHandler}, the one interface by which types are added.
 */
package org.datason.json;

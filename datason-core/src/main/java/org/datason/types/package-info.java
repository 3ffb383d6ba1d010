/**
 * The types that Datason knows: a handler for each, and the registry that finds them by class, by
 * hint and by declared type.
 */
package org.datason.types;

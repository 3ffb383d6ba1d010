/**
 * Redaction: what must not be written, by the name of a member, by its path, or by a pattern in
 * texts, is replaced before it reaches any buffer.
 */
package org.datason.redaction;

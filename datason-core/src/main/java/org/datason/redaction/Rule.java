package org.datason.redaction;

/**
 * A rule by its name and what it puts in place of what it finds.
 *
 * @param name as summaries show it
 * @param replacement the text
 */
record Rule(String name, String replacement) {}

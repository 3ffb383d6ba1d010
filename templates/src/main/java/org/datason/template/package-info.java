/**
 * Known schemas: described, read and written by their description, and compiled to code of their
 * own. {@link org.datason.template.Template} is where to begin.
 */
package org.datason.template;

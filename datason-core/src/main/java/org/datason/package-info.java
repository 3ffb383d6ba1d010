/**
 * Datason for Java: writes what a data scientist holds as JSON that anybody can read, and reads it
 * back as the same thing. {@link org.datason.Datason} is the only class that most users touch.
 */
package org.datason;

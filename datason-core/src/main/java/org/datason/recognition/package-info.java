/**
 * Recognition: text without a hint, in a document or in a column, becomes the UUID, date, time or
 * other type that it is the text of. What looks at which text is an open list, {@link
 * org.datason.recognition.Recognizers}.
 */
package org.datason.recognition;

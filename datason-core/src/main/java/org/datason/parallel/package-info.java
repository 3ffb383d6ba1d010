/** Work shared by a few threads. */
package org.datason.parallel;

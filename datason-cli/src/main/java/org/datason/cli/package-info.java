/** The {@code datason} command. */
package org.datason.cli;

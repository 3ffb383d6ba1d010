/** The service of {@code datason serve}: {@link org.datason.cli.serve.Service}. */
package org.datason.cli.serve;

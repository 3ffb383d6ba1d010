/**
 * Tables, tensors and values as the arguments and results of resources of Jakarta REST 3.1: on the
 * class path nothing more is needed.
 */
package org.datason.jakarta;

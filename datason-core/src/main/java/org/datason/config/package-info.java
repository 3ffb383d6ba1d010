/** The settings of Datason: one immutable class with a builder. */
package org.datason.config;

/** Tables by HTTP, beside the same rows as Spring's converter of Jackson sends them. */
package org.datason.benchmarks.rest;

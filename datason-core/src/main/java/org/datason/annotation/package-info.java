/**
 * What a class can say of itself: other names, members that are left out, a member that collects
 * what is unknown, and what makes its values. Jackson's {@code JsonProperty}, {@code JsonAlias},
 * {@code JsonIgnore}, {@code JsonIgnoreProperties}, {@code JsonCreator}, {@code JsonAnyGetter} and
 * {@code JsonAnySetter} say the same where they are on the class path.
 */
package org.datason.annotation;

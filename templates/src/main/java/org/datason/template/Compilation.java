package org.datason.template;

/** When a template is compiled to code of its own. */
public enum Compilation {
  /** Once it has read or written as much as makes it worth it, where the platform allows. */
  AUTO,
  /** Before it is first used, where the platform allows. */
  ON,
  /** Never: the same is done by interpreting the description. */
  OFF
}

/** Known schemas: described, inferred from samples, and compiled to code of their own. */
package org.datason.template;

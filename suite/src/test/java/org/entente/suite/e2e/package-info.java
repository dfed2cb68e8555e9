/** End-to-end tests: the packaged suite as real processes, spoken to over its one address. */
@NullMarked
package org.entente.suite.e2e;

import org.jspecify.annotations.NullMarked;

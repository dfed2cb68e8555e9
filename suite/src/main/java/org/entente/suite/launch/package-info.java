/** Starting all parts in order, and stopping them in the opposite order. */
@NullMarked
package org.entente.suite.launch;

import org.jspecify.annotations.NullMarked;

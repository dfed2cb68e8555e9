/** Our own policy as it is stored. */
@NullMarked
package org.entente.benchmarks.decider;

import org.jspecify.annotations.NullMarked;

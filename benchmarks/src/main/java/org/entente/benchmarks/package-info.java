/** Measures the decision engine beside its peers, once all of them have been seen to agree. */
@NullMarked
package org.entente.benchmarks;

import org.jspecify.annotations.NullMarked;

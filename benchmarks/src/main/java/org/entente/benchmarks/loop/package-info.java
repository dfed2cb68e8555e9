/** The limit: the conditions written out by hand for exactly this workload, explaining nothing. */
@NullMarked
package org.entente.benchmarks.loop;

import org.jspecify.annotations.NullMarked;

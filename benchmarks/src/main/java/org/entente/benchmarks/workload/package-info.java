/** What all engines decide on: generated from a seed, in no engine's language. */
@NullMarked
package org.entente.benchmarks.workload;

import org.jspecify.annotations.NullMarked;

/** Cedar, in its Java binding. */
@NullMarked
package org.entente.benchmarks.cedar;

import org.jspecify.annotations.NullMarked;

/** A packaged service under load over HTTP, with arrivals that wait for nobody. */
@NullMarked
package org.entente.benchmarks.load;

import org.jspecify.annotations.NullMarked;

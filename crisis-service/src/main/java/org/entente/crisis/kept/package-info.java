/** Documents that several may change at once: one of them does, the others learn what it has become. */
@NullMarked
package org.entente.crisis.kept;

import org.jspecify.annotations.NullMarked;

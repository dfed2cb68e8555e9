/** Everything that decisions depend on, compiled into one immutable value. */
@NullMarked
package org.entente.access.policy;

import org.jspecify.annotations.NullMarked;

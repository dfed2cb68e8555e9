/** Several may change the same thing at once: one of them does, the others learn what it has become. */
@NullMarked
package org.entente.access.version;

import org.jspecify.annotations.NullMarked;

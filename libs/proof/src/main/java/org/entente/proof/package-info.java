/** Tokens bound to a key (DPoP, RFC 9449): Quarkus verifies the proof of each request, and here it counts only once. */
@NullMarked
package org.entente.proof;

import org.jspecify.annotations.NullMarked;

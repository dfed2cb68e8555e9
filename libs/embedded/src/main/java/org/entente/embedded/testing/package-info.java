/** The embedded servers and an issuer of tokens, as resources of Quarkus tests. */
@NullMarked
package org.entente.embedded.testing;

import org.jspecify.annotations.NullMarked;

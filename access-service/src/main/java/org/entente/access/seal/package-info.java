/** Acts under seal: JSON Web Signatures over what a party agreed to, which anybody can verify with public keys alone. */
@NullMarked
package org.entente.access.seal;

import org.jspecify.annotations.NullMarked;

/** The identity provider: prepared once, started, and given its realms. */
@NullMarked
package org.entente.suite.keycloak;

import org.jspecify.annotations.NullMarked;

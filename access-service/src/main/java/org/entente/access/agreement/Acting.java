package org.entente.access.agreement;

import java.time.Instant;

/**
 * Who acts, in whose house, and when.
 *
 * @param home the nation whose house it is, a party to every agreement
 */
record Acting(Move.Mover mover, String home, Instant now) {}

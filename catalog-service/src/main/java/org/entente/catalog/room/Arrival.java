package org.entente.catalog.room;

import java.time.Instant;
import org.entente.catalog.access.Subject;

/**
 * A partner's person, as the token and the connection show them.
 *
 * @param token digest of the token
 * @param tokenEnds when the token does
 */
record Arrival(Visit visit, Subject subject, String name, String actor, String token, Instant tokenEnds) {}

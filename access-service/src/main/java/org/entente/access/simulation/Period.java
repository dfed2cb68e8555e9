package org.entente.access.simulation;

import java.time.Instant;

/**
 * A time in which decisions were recorded.
 *
 * @param until first instant no more
 */
record Period(Instant from, Instant until) {}

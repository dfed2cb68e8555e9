package org.entente.catalog.asset;

import java.time.Instant;
import org.entente.label.Labels;

/**
 * Where and when an asset comes in.
 *
 * @param nation the originator
 * @param actor who registers it, {@code name@nation}
 * @param at when
 * @param vocabulary what labels can say at that time
 */
record Origin(String nation, String actor, Instant at, Labels vocabulary) {}

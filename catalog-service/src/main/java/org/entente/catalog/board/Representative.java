package org.entente.catalog.board;

/**
 * Who speaks for a party.
 *
 * @param actor {@code name@nation}
 */
record Representative(String party, String actor, boolean isHome) {}

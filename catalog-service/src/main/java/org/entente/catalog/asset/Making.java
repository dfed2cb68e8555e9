package org.entente.catalog.asset;

/**
 * The circumstances in which a version is made.
 *
 * @param earlier what the version before says
 */
record Making(Origin origin, Edition edition, Earlier earlier) {}

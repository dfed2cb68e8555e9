package org.entente.suite.keycloak;

import java.util.List;

/**
 * A nation of the demo whose people log in at its own realm.
 *
 * @param alias the realm, and the identity provider in the realm of the house
 * @param code the nation, ISO 3166-1 alpha-3
 * @param clearance what its people are cleared for
 * @param isBelieved whether the house takes its word for how strongly its people logged in; otherwise that counts as a password
 */
record Partner(String alias, String code, String clearance, boolean isBelieved) {

    static final List<Partner> ALL = List.of(
            new Partner("xbb", "XBB", "ALLIANCE:SECRET", true),
            new Partner("xcc", "XCC", "ALLIANCE:CONFIDENTIAL", false));
}

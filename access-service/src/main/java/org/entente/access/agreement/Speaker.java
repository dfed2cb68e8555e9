package org.entente.access.agreement;

import org.entente.access.vocabulary.Assurance;

/**
 * Who speaks for a party.
 *
 * @param subject stable identifier
 * @param officer user name
 * @param actor user name and nation
 * @param assurance how they have logged in
 */
record Speaker(Move.Mover mover, String subject, String officer, String actor, Assurance assurance) {

    String party() {
        return mover.nation();
    }
}

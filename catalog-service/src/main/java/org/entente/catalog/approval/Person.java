package org.entente.catalog.approval;

import org.entente.http.Caller;

/**
 * Who acts.
 *
 * @param subject the token's {@code sub}, which tells persons apart
 * @param actor {@code name@nation}, for people to read
 */
public record Person(String subject, String actor) {
    public static Person of(Caller caller) {
        return new Person(caller.subject(), caller.actor());
    }
}

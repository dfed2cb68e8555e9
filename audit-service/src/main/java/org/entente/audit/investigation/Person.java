package org.entente.audit.investigation;

import org.entente.http.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who acts; absent from a case's acts where the service itself does.
 *
 * @param actor {@code name@nation}
 */
record Person(
        @Nullable String subject, String name, @Nullable String actor) {

    static final Person MONITOR = new Person(null, "monitor", null);

    static Person of(Caller caller) {
        return new Person(caller.subject(), caller.name(), caller.actor());
    }
}

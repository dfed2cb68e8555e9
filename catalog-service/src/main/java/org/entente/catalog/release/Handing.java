package org.entente.catalog.release;

import java.util.UUID;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Subject;

/**
 * Something to be handed over.
 *
 * @param subject whom access-service decides about
 * @param actor who hands over, or fetches, {@code name@nation}
 * @param isByHome whether that is the home side, which knows what there is
 */
record Handing(UUID asset, String purpose, Recipient recipient, Subject subject, String actor, boolean isByHome) {
    Asking asking() {
        return new Asking(subject, purpose, "/purpose");
    }

    String partner() {
        return Recipient.text(recipient.partner());
    }
}

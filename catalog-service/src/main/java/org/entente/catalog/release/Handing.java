package org.entente.catalog.release;

import java.util.UUID;
import org.entente.catalog.access.AccessService.Asking;
import org.entente.catalog.access.Subject;

/**
 * Something to be handed over.
 *
 * @param subject whom access-service decides about
 * @param actor who hands over, or fetches, {@code name@nation}
 */
record Handing(UUID asset, String purpose, Recipient recipient, Subject subject, String actor) {
    Asking asking() {
        return new Asking(subject, purpose, "/purpose");
    }

    boolean isByHome() {
        return recipient.vouchedBy() != null;
    }

    String partner() {
        return Recipient.text(recipient.partner());
    }
}

package org.entente.catalog.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.entente.catalog.view.Found;
import org.entente.label.Labels;

/**
 * A release that is about to be made.
 *
 * @param event under which it will be on record
 * @param decision under which it is permitted
 */
record Draft(
        UUID id,
        UUID event,
        String home,
        Found holding,
        Handing handing,
        String decision,
        Terms terms,
        Labels vocabulary,
        Instant made,
        CopyMarks marks) {

    static Draft of(String home, Found holding, Handing handing, String decision, Terms terms, Labels vocabulary) {
        return new Draft(
                UUID.randomUUID(),
                UUID.randomUUID(),
                home,
                holding,
                handing,
                decision,
                terms,
                vocabulary,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                CopyMarks.random());
    }

    /** The visible mark, in words. */
    String notice() {
        return "Released by " + home + " to " + handing.partner() + " ("
                + Recipient.text(handing.recipient().name())
                + ") for " + handing.purpose() + " on "
                + made.atOffset(ZoneOffset.UTC).toLocalDate() + ", copy "
                + marks.number() + ". Not for anyone else.";
    }
}

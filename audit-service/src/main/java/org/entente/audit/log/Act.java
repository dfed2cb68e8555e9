package org.entente.audit.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event says about itself, and records are searched by.
 *
 * @param id unique within {@code source}
 * @param partner the partner it concerns, who may see its record; absent when none
 */
public record Act(
        String source,
        String id,
        String type,
        String subject,
        Instant time,
        @Nullable String partner) {

    /** What makes an event one and the same (CloudEvents 1.0, section 3.1.1). */
    Key key() {
        return new Key(source, id);
    }

    record Key(String source, String id) {}
}

package org.entente.audit.examination;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Where an examination stands. */
@RegisterForReflection
enum State {
    /** One auditor of the home side wants it. */
    PROPOSED,
    /** Two do: the examiner may come. */
    INVITED,
    /** The examiner has committed to a nonce, and the checkpoint is fixed. */
    COMMITTED,
    /** The sample is drawn. */
    DRAWN,
    /** The examiner has said what comes of it; the end. */
    CONCLUDED,
    /** The home side has taken the invitation back; the end. */
    WITHDRAWN;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

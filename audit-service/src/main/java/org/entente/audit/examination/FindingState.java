package org.entente.audit.examination;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Where a finding stands. */
@RegisterForReflection
enum FindingState {
    /** The examiner says that something is wrong. */
    RAISED,
    /** The home side has answered. */
    ANSWERED,
    /** The examiner is content with the answer; what it promises is to be done. */
    ACCEPTED,
    /** The home side says that it is done. */
    REMEDIED,
    /** It was looked at, and is; the end. */
    CLOSED,
    /** The examiner was mistaken; the end. */
    WITHDRAWN;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FindingState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

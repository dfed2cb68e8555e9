package org.entente.catalog.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What kinds of documents the board decides on. */
enum Kind {
    MARKING_POLICY("marking-policy"),
    INFORMATION_POLICY("information-policy"),
    SCHEMA("schema"),
    EXCHANGE_PROFILE("exchange-profile");

    private final String wireName;

    Kind(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    String wireName() {
        return wireName;
    }

    /** Whether it is kept here, by name. */
    boolean isStandard() {
        return this == SCHEMA || this == EXCHANGE_PROFILE;
    }

    static Optional<Kind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}

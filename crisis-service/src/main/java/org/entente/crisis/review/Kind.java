package org.entente.crisis.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a recommendation is a draft of, and where whoever accepts it puts it into effect. */
public enum Kind {
    PLAN("POST /crisis/plans"),
    AGREEMENT("POST /access/agreements"),
    CATEGORY_RULE("PUT /catalog/information-policy"),
    TRAINING("entente.training.courses of access-service");

    private final String effectedBy;

    Kind(String effectedBy) {
        this.effectedBy = effectedBy;
    }

    String effectedBy() {
        return effectedBy;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

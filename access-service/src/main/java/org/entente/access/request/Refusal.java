package org.entente.access.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Why a request is refused, and what the partner could do about it. None of them says whether there is anything of the kind
 * that was asked for.
 */
@RegisterForReflection
enum Refusal {
    @JsonProperty("outside-agreement")
    OUTSIDE_AGREEMENT("Agree on more first: propose an agreement or an amendment that covers it."),
    @JsonProperty("purpose-not-shown")
    PURPOSE_NOT_SHOWN("Ask again, and say how this serves the purpose."),
    @JsonProperty("more-than-needed")
    MORE_THAN_NEEDED("Ask for less: fewer categories, a lower tier, or a shorter time."),
    @JsonProperty("not-available")
    NOT_AVAILABLE("Ask for what is listed to you, or for a category rather than for single assets."),
    @JsonProperty("covered-already")
    COVERED_ALREADY("Use what you have been granted."),
    @JsonProperty("safeguards-missing")
    SAFEGUARDS_MISSING("Meet what the agreement demands of its readers, such as login and training, and ask again."),
    @JsonProperty("not-now")
    NOT_NOW("Ask again later, or speak to your liaison officer.");

    private final String remedy;

    Refusal(String remedy) {
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}

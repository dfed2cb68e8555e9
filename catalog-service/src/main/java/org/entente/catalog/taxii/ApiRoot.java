package org.entente.catalog.taxii;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/** The relationship with a nation, for one purpose: a TAXII client cannot state any, so where it asks says what for. */
record ApiRoot(String nation, String purpose) {

    /** The segment of the path that names it. */
    String name() {
        return nation.toLowerCase(Locale.ROOT) + "-" + purpose;
    }

    String path() {
        return Taxii.PREFIX + name() + "/";
    }

    Information information(long maxContentLength) {
        return new Information(
                nation + ": " + purpose,
                "What may be handed to " + nation + " for " + purpose + ", decided object by object.",
                List.of(Taxii.MEDIA_TYPE),
                maxContentLength);
    }

    /** API root resource (TAXII 2.1, section 4.2.1). */
    @RegisterForReflection
    record Information(
            String title,
            String description,
            List<String> versions,
            @JsonProperty("max_content_length") long maxContentLength) {}
}

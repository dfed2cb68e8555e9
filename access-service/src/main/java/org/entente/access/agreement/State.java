package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.qute.TemplateData;
import java.util.Locale;

/** Where an agreement stands; what only the clock says (consented, lapsed) is not stored but read from its terms. */
@TemplateData
public enum State {
    /** Seen by the home side only. */
    @JsonProperty("drafted")
    DRAFTED,
    @JsonProperty("proposed")
    PROPOSED,
    /** Another version than the one first proposed is on the table. */
    @JsonProperty("countered")
    COUNTERED,
    /** All parties have consented; its time has not come. */
    @JsonProperty("consented")
    CONSENTED,
    @JsonProperty("in-force")
    IN_FORCE,
    @JsonProperty("suspended")
    SUSPENDED,
    @JsonProperty("ended")
    ENDED,
    @JsonProperty("lapsed")
    LAPSED;

    /** As it stands on a page. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

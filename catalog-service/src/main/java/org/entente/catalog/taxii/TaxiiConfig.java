package org.entente.catalog.taxii;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How TAXII is served. */
@ConfigMapping(prefix = "entente.catalog.taxii")
interface TaxiiConfig {
    /** The title of the server, for people to read. */
    @WithDefault("Entente")
    String title();

    /** For each of them a partner has an API root, the first being its default; purposes of access-service's vocabulary. */
    @WithDefault("cyber-defence,situational-awareness,force-protection,counter-terrorism,law-enforcement,"
            + "disaster-relief,crisis-response")
    List<String> purposes();

    /** Objects of a page where the client states no limit. */
    @WithDefault("100")
    int page();

    /** Objects of a page at most, whatever the client states; access-service decides on 1,000 assets at a time. */
    @WithDefault("500")
    int pageAtMost();

    /** From asking for a decision to the answer; about as long as a withdrawal waits for decisions under way. */
    @WithDefault("PT5S")
    Duration answerWithin();

    Basic basic();

    /** HTTP Basic authentication for clients that know nothing else. */
    interface Basic {
        /** Whether there is any. Over TLS only. */
        @WithDefault("false")
        boolean enabled();

        /** What the token is asked for, so that it names this service as its audience. */
        @WithDefault("catalog-service")
        String scope();

        /** For how long a token that was got for credentials is used again: so long a revocation may go unnoticed. */
        @WithDefault("PT30S")
        Duration reuse();

        /** Credentials whose tokens are kept. */
        @WithDefault("200")
        int clients();

        /** Exchanges at the identity provider at one time; beyond that the answer is 503. */
        @WithDefault("10")
        int exchanges();
    }
}

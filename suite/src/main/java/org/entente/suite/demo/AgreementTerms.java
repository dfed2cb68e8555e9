package org.entente.suite.demo;

import java.time.Instant;
import java.util.List;

/** The terms of a data-use agreement, as they are proposed; instants in RFC 3339. */
public record AgreementTerms(
        String partner,
        String title,
        List<String> purposes,
        List<String> categories,
        String ceiling,
        List<String> actions,
        int maxTier,
        String from,
        String until) {

    /** To discover and view for one purpose, everything that the demo's labels let the partner see. */
    static AgreementTerms ofDemo(String partner, String title, String purpose, Instant from, Instant until) {
        return new AgreementTerms(
                partner,
                title,
                List.of(purpose),
                List.of("situational-awareness", "shared-analysis", "sensitive"),
                "SECRET",
                List.of("discover", "view"),
                3,
                from.toString(),
                until.toString());
    }

    /** To be handed copies for one purpose, of what the demo's labels let the partner have. */
    static AgreementTerms ofRelease(String partner, String title, String purpose, Instant from, Instant until) {
        return new AgreementTerms(
                partner,
                title,
                List.of(purpose),
                List.of("situational-awareness", "shared-analysis"),
                "SECRET",
                List.of("discover", "view", "release"),
                2,
                from.toString(),
                until.toString());
    }
}

package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * That a party agrees to a version of an agreement; written once (columns that may be null would make Hibernate rewrite all).
 *
 * @param version of the terms consented to
 * @param party the nation that consents
 * @param officer who spoke for it
 * @param at when
 */
@Embeddable
public record Consent(
        @JsonIgnore @Column(name = "version", nullable = false)
        int version,

        @Column(name = "party", nullable = false) String party,
        @Column(name = "officer", nullable = false) String officer,
        @Column(name = "at", nullable = false) Instant at) {}

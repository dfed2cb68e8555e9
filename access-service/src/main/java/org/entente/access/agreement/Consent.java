package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * That a party agrees to a version of an agreement.
 *
 * @param version of the terms consented to
 * @param party the nation that consents
 * @param officer who spoke for it
 * @param at when
 */
@Embeddable
public record Consent(
        @JsonIgnore @Column(name = "version") int version,
        @Column(name = "party") String party,
        @Column(name = "officer") String officer,
        @Column(name = "at") Instant at) {}

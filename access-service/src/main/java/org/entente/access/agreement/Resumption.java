package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * That a party would resume what was suspended.
 *
 * @param suspension which one, counted from 1
 * @param party the nation
 * @param officer who spoke for it
 * @param subject stable identifier of the officer
 * @param at when
 * @param signature of the act, a JWS
 */
@Embeddable
public record Resumption(
        @JsonIgnore @Column(name = "suspension", nullable = false)
        int suspension,

        @Column(name = "party", nullable = false) String party,
        @Column(name = "officer", nullable = false) String officer,

        @JsonIgnore @Column(name = "subject", nullable = false)
        String subject,

        @Column(name = "at", nullable = false) Instant at,
        @Column(name = "signature", nullable = false) String signature) {}

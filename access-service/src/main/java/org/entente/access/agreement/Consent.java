package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.entente.access.vocabulary.Assurance;

/**
 * That a party agrees to a version of an agreement; written once (columns that may be null would make Hibernate rewrite all).
 *
 * @param version of the terms consented to
 * @param party the nation that consents
 * @param officer who spoke for it
 * @param subject stable identifier of the officer
 * @param at when
 * @param assurance how the officer had logged in
 * @param signature of the act, a JWS; empty for consents from before they were signed
 */
@TemplateData
@Embeddable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Consent(
        @JsonIgnore @Column(name = "version", nullable = false)
        int version,

        @Column(name = "party", nullable = false) String party,
        @Column(name = "officer", nullable = false) String officer,

        @JsonIgnore @Column(name = "subject", nullable = false)
        String subject,

        @Column(name = "at", nullable = false) Instant at,

        @Enumerated(EnumType.STRING) @Column(name = "assurance", nullable = false)
        Assurance assurance,

        @Column(name = "signature", nullable = false) String signature) {}

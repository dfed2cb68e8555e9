package org.entente.access.crisis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.entente.access.consent.Material;
import org.entente.access.vocabulary.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an originator lets go while a plan is in force.
 *
 * @param giver the originator's nation
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreConsentView(
        UUID id,
        String plan,
        String giver,
        Material material,
        String officer,
        @JsonIgnore String subject,
        Instant givenAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String reason) {
    static final String COLUMNS = "select id, plan, giver, material, officer, subject, given_at, withdrawn_at,"
            + " withdrawn_by, reason from plan_pre_consent";

    static PreConsentView given(String plan, PlanOfficer.Person person, Material material, Instant now) {
        return new PreConsentView(
                UUID.randomUUID(),
                plan,
                person.nation(),
                material,
                person.actor(),
                person.subject(),
                now,
                null,
                null,
                null);
    }

    static PreConsentView of(Object[] row) {
        return new PreConsentView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                Document.read((String) row[3], Material.class),
                (String) row[4],
                (String) row[5],
                Instants.of(row[6]),
                row[7] == null ? null : Instants.of(row[7]),
                (String) row[8],
                (String) row[9]);
    }

    Uni<Integer> persist() {
        return Sql.change(
                "insert into plan_pre_consent (id, plan, giver, material, officer, subject, given_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                id,
                plan,
                giver,
                Document.write(material),
                officer,
                subject,
                givenAt);
    }
}

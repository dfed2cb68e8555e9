package org.entente.access.policy;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.entente.access.consent.ConsentTerms;
import org.entente.access.consent.Material;
import org.entente.access.licence.LicenceTerms;
import org.entente.access.vocabulary.Document;

/** Consents, licences and attestations of rows. Those that are over too: a replay or a simulation may ask for any instant. */
final class WarrantRows {
    static final String CONSENTS = "select id, terms, answered_at, valid_until from consent where state = 'GIVEN'";
    static final String LICENCES = "select id, terms from export_licence where state = 'IN_FORCE'";
    /** What an authority attested falls with it when its recognition is withdrawn, and stands when that merely ends. */
    static final String ATTESTATIONS = """
            select sheet.partner, person, course, sheet.valid_from, sheet.valid_until
            from attestation join attestation_sheet sheet on sheet.id = attestation.sheet
            left join training_authority authority on authority.id = sheet.authority
            where revoked_at is null and (sheet.authority is null or authority.state = 'IN_FORCE')""";

    static final String PRE_CONSENTS =
            "select id, plan, giver, material, given_at from plan_pre_consent where withdrawn_at is null";

    private WarrantRows() {}

    static GivenConsent consent(Row row) {
        return new GivenConsent(
                row.getUUID("id"),
                Document.read(row.getString("terms"), ConsentTerms.class),
                instant(row, "answered_at"),
                instant(row, "valid_until"));
    }

    static HeldLicence licence(Row row) {
        return new HeldLicence(row.getUUID("id"), Document.read(row.getString("terms"), LicenceTerms.class));
    }

    static Attestation attestation(Row row) {
        return new Attestation(
                row.getString("partner"),
                row.getString("person"),
                row.getString("course"),
                instant(row, "valid_from"),
                instant(row, "valid_until"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static PreConsent preConsent(Row row) {
        return new PreConsent(
                row.getUUID("id"),
                row.getString("plan"),
                row.getString("giver"),
                Document.read(row.getString("material"), Material.class),
                row.getOffsetDateTime("given_at").toInstant());
    }
}

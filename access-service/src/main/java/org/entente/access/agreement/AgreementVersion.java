package org.entente.access.agreement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.TemplateData;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.entente.access.vocabulary.Document;
import org.jspecify.annotations.Nullable;

/** A version that was ever on the table, as it was signed; written once, in the current Panache transaction. */
@TemplateData
public record AgreementVersion(
        int version,
        Kind kind,
        String sha256,
        String party,
        String officer,
        @Nullable String note,
        Instant at,
        Deed document) {
    private static final String KEEP = "insert into agreement_version"
            + " (agreement, version, kind, document, sha256, party, officer, note, at)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    private static final String READ = "select version, kind, sha256, party, officer, note, at, document"
            + " from agreement_version where agreement = ?1 order by version";

    /** How it came to be. */
    public enum Kind {
        PROPOSAL,
        COUNTER,
        AMENDMENT,
        /** The same terms once more, since a consent was withdrawn. */
        REOPENING
    }

    /** By whom, with what remark. */
    record Origin(
            Kind kind,
            String party,
            String officer,
            @Nullable String note,
            Instant at) {}

    static Uni<Void> keep(Deed deed, Origin origin) {
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, deed.agreement())
                        .setParameter(2, deed.version())
                        .setParameter(3, origin.kind().name())
                        .setParameter(4, deed.canonical())
                        .setParameter(5, deed.sha256())
                        .setParameter(6, origin.party())
                        .setParameter(7, origin.officer())
                        .setParameter(8, origin.note())
                        .setParameter(9, origin.at())
                        .executeUpdate())
                .replaceWithVoid();
    }

    static Uni<List<AgreementVersion>> of(UUID agreement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ, Object[].class)
                        .setParameter(1, agreement)
                        .getResultList())
                .map(rows -> rows.stream().map(AgreementVersion::of).toList());
    }

    private static AgreementVersion of(Object[] row) {
        return new AgreementVersion(
                (Integer) row[0],
                Kind.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                instant(row[6]),
                Document.read((String) row[7], Deed.class));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}

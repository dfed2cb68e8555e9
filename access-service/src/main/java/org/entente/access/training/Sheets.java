package org.entente.access.training;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.access.vocabulary.Document;
import org.jspecify.annotations.Nullable;

/** Attestations in the database: written within the current transaction, read through the pool. */
@ApplicationScoped
class Sheets {
    private static final String SHEET =
            "insert into attestation_sheet (id, partner, course, authority, exercise, valid_from, valid_until, issuer,"
                    + " issued_at) values (?1, ?2, ?3, cast(cast(?4 as text) as uuid), ?5, ?6, ?7, ?8, ?6)";
    /** The client would send a string to a parameter of type json as a JSON string, so that it goes as text. */
    private static final String PERSONS = "insert into attestation (sheet, person, name)"
            + " select cast(cast(?1 as text) as uuid), person ->> 'sub', person ->> 'name'"
            + " from json_array_elements(cast(cast(?2 as text) as json) -> 'persons') person";

    private static final String REVOKE = "update attestation set revoker = ?2, revoked_at = ?3, reason = ?4"
            + " where sheet = ?1 and revoked_at is null and (cast(?5 as text) = '' or person in"
            + " (select json_array_elements_text(cast(nullif(cast(?5 as text), '') as json) -> 'persons')))";
    private static final String FIND =
            "select * from attestation_sheet s join attestation a on a.sheet = s.id where s.id = $1 order by person";
    private static final String OF_PERSON = """
            select s.*, a.* from attestation_sheet s join attestation a on a.sheet = s.id
            where a.person = $1 and s.partner = $2 order by s.valid_until desc, s.id limit 500""";
    private static final String OF_AUTHORITY = """
            select id from attestation_sheet where authority = $1 and ($2::uuid is null or (issued_at, id) <
                (select last.issued_at, last.id from attestation_sheet last where last.id = $2))
            order by issued_at desc, id desc limit $3""";

    private final Pool pool;

    Sheets(Pool pool) {
        this.pool = pool;
    }

    @RegisterForReflection
    private record Named(List<?> persons) {}

    /** Writes a sheet with its persons, one statement each however many they are. */
    static Uni<Void> write(Sheet sheet, String issuer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SHEET)
                        .setParameter(1, sheet.id())
                        .setParameter(2, sheet.partner())
                        .setParameter(3, sheet.course())
                        .setParameter(
                                4,
                                sheet.authority() == null
                                        ? null
                                        : sheet.authority().toString())
                        .setParameter(5, sheet.exercise())
                        .setParameter(6, sheet.from())
                        .setParameter(7, sheet.until())
                        .setParameter(8, issuer)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(PERSONS)
                                .setParameter(1, sheet.id().toString())
                                .setParameter(2, Document.write(new Named(sheet.persons())))
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /**
     * Revokes what still stands, and says of how many.
     *
     * @param persons of the sheet; none for all
     */
    static Uni<Integer> revoke(UUID sheet, List<String> persons, Revocation by) {
        return Panache.getSession().chain(session -> session.createNativeQuery(REVOKE)
                .setParameter(1, sheet)
                .setParameter(2, by.revoker())
                .setParameter(3, by.at())
                .setParameter(4, by.reason())
                .setParameter(5, persons.isEmpty() ? "" : Document.write(new Named(persons)))
                .executeUpdate());
    }

    /** Who revokes, when and why. */
    record Revocation(String revoker, Instant at, String reason) {}

    Uni<@Nullable Sheet> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            List<Sheet.Person> persons = new ArrayList<>();
            rows.forEach(row -> persons.add(person(row)));
            return rows.size() == 0 ? null : sheet(rows.iterator().next(), persons);
        });
    }

    /** What is attested of a person, the longest first; each sheet with that person only. */
    Uni<List<Sheet>> of(String person, String partner) {
        return pool.preparedQuery(OF_PERSON).execute(Tuple.of(person, partner)).map(rows -> {
            List<Sheet> sheets = new ArrayList<>();
            rows.forEach(row -> sheets.add(sheet(row, List.of(person(row)))));
            return sheets;
        });
    }

    /** The sheets of an authority, newest first. */
    Uni<List<UUID>> of(UUID authority, @Nullable UUID after, int limit) {
        return pool.preparedQuery(OF_AUTHORITY)
                .execute(Tuple.of(authority, after, limit))
                .map((RowSet<Row> rows) -> {
                    List<UUID> sheets = new ArrayList<>();
                    rows.forEach(row -> sheets.add(row.getUUID("id")));
                    return sheets;
                });
    }

    private static Sheet sheet(Row row, List<Sheet.Person> persons) {
        return new Sheet(
                row.getUUID("id"),
                row.getString("partner"),
                row.getString("course"),
                row.getUUID("authority"),
                row.getString("exercise"),
                row.getOffsetDateTime("valid_from").toInstant(),
                row.getOffsetDateTime("valid_until").toInstant(),
                persons);
    }

    private static Sheet.Person person(Row row) {
        return new Sheet.Person(
                row.getString("person"),
                row.getString("name"),
                row.getOffsetDateTime("revoked_at") == null
                        ? null
                        : row.getOffsetDateTime("revoked_at").toInstant());
    }
}

package org.entente.audit.transparency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A version of a report.
 *
 * @param reason what a correction corrects; absent in a first version
 * @param revision counts how often the draft was changed
 * @param draftedBy who wrote it; told to auditors only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Report(
        Period period,
        int version,
        State state,
        String foreword,
        @Nullable String reason,
        Figures figures,
        int revision,
        Drafter draftedBy,
        @Nullable Instant published) {

    static final String COLUMNS =
            "period, version, state, foreword, reason, figures, revision, drafted_by, drafter, published";

    /** Who drafted it: {@code sub}, and the name for people. */
    @RegisterForReflection
    record Drafter(String subject, String name) {}

    static Report of(Row row, ObjectMapper json) {
        OffsetDateTime published = row.getOffsetDateTime("published");
        return new Report(
                Period.of(row.getString("period")),
                row.getInteger("version"),
                State.of(row.getString("state")),
                row.getString("foreword"),
                row.getString("reason"),
                figures(row.getString("figures"), json),
                row.getInteger("revision"),
                new Drafter(row.getString("drafted_by"), row.getString("drafter")),
                published == null ? null : published.toInstant());
    }

    Report in(State next, String text, Drafter by) {
        return new Report(period, version, next, text, reason, figures, revision, by, published);
    }

    String tag() {
        return "\"" + version + "." + revision + "\"";
    }

    private static Figures figures(String text, ObjectMapper json) {
        try {
            return json.readValue(text, Figures.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored report cannot be read.", damaged);
        }
    }
}

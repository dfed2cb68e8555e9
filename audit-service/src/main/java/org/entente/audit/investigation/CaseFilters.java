package org.entente.audit.investigation;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which cases are asked for. */
record CaseFilters(
        @RestQuery @Parameter(description = "Only cases in this state", example = "assigned") @Nullable String state,

        @RestQuery @Parameter(description = "Only cases about this partner", example = "XBB") @Nullable String partner,

        @RestQuery @Parameter(description = "Only cases that this person (`sub`) looks into") @Nullable String assignee,

        @RestQuery @Parameter(description = "`true`: only cases that are due and not decided") @Nullable String overdue,

        @RestQuery @Parameter(description = "`next` of the page before") @Nullable String cursor,

        @RestQuery @Parameter(description = "Cases on a page, 1 to 200; 50 if absent") @Nullable String limit) {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final String OVERDUE =
            " and due < now() and state in ('opened', 'assigned', 'dismissal-proposed', 'breach-proposed')";

    /** A statement, the values in it, and how many cases a page has; it finds one more if there is one. */
    record Prepared(String statement, Tuple values, int limit) {}

    /** @param only whose cases alone may be seen; absent for all */
    Prepared prepared(@Nullable String only) {
        int lines = lines();
        Tuple values = Tuple.tuple().addInteger(lines + 1);
        StringBuilder statement = new StringBuilder("select " + Case.COLUMNS + " from investigation where true");
        add(statement, values, "state", knownState());
        add(statement, values, "partner", partner);
        add(statement, values, "assignee", assignee);
        add(statement, values, "assignee", only);
        if ("true".equals(overdue)) {
            statement.append(OVERDUE);
        } else if (overdue != null) {
            throw Problem.badRequest("overdue", "is true or absent");
        }
        if (cursor != null) {
            after(statement, values, cursor);
        }
        statement.append(" order by opened desc, id desc limit $1");
        return new Prepared(statement.toString(), values, lines);
    }

    /** The same without what a form leaves empty. */
    CaseFilters withoutEmpty() {
        return new CaseFilters(
                orNull(state), orNull(partner), orNull(assignee), orNull(overdue), orNull(cursor), orNull(limit));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    Map<String, String> stated() {
        Map<String, String> stated = new LinkedHashMap<>();
        put(stated, "state", state);
        put(stated, "partner", partner);
        put(stated, "assignee", assignee);
        put(stated, "overdue", overdue);
        return stated;
    }

    static String cursor(Case last) {
        return last.opened() + "~" + last.id();
    }

    private static void after(StringBuilder statement, Tuple values, String cursor) {
        try {
            String[] parts = cursor.split("~", 2);
            values.addOffsetDateTime(Instant.parse(parts[0]).atOffset(ZoneOffset.UTC));
            values.addUUID(UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw Problem.badRequest("cursor", "is not a cursor of this list");
        }
        statement
                .append(" and (opened, id) < ($")
                .append(values.size() - 1)
                .append(", $")
                .append(values.size())
                .append(")");
    }

    private static void add(StringBuilder statement, Tuple values, String column, @Nullable String value) {
        if (value != null) {
            values.addString(value);
            statement.append(" and ").append(column).append(" = $").append(values.size());
        }
    }

    private static void put(Map<String, String> stated, String name, @Nullable String value) {
        if (value != null) {
            stated.put(name, value);
        }
    }

    private @Nullable String knownState() {
        try {
            return state == null ? null : State.of(state).wireName();
        } catch (IllegalArgumentException unknown) {
            throw Problem.badRequest("state", "is not a state of a case");
        }
    }

    private int lines() {
        int number = limit == null ? USUAL_LIMIT : limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > LARGEST_LIMIT) {
            throw Problem.badRequest("limit", "is not a number from 1 to " + LARGEST_LIMIT);
        }
        return number;
    }
}

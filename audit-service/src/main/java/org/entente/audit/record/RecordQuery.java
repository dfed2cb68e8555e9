package org.entente.audit.record;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for, as a statement.
 *
 * @param sight what the caller may see, whatever is asked for
 * @param filters that a record must meet, all of them
 * @param after index of the last record of the page before, -1 for the first page
 * @param limit records on a page
 */
record RecordQuery(Sight sight, List<Filter> filters, long after, int limit) {

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;
    private static final int LONGEST_VALUE = 255;

    /** A column, of ours, and the value that it must have, of the caller's. */
    record Filter(String column, String value) {

        /** Throws a 400 problem for a value that no record can have. */
        static List<Filter> of(String column, @Nullable String value) {
            if (value == null) {
                return List.of();
            }
            boolean isText = !value.isEmpty()
                    && value.length() <= LONGEST_VALUE
                    && value.chars().noneMatch(Character::isISOControl);
            if (!isText) {
                throw Problem.badRequest(column, "is not a text of 1 to " + LONGEST_VALUE + " characters");
            }
            return List.of(new Filter(column, value));
        }
    }

    /** Throws a 400 problem unless it is what {@link RecordPage#next} said. */
    static long cursor(@Nullable String cursor) {
        if (cursor == null) {
            return -1;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw Problem.badRequest("cursor", "is not a cursor of this list");
        }
        return Long.parseLong(cursor);
    }

    /** Throws a 400 problem unless it is a number from 1 to 1,000. */
    static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL_LIMIT;
        }
        int number = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > LARGEST_LIMIT) {
            throw Problem.badRequest("limit", "is not a number from 1 to " + LARGEST_LIMIT);
        }
        return number;
    }

    boolean canSeeAny() {
        return !(sight instanceof Sight.Nothing);
    }

    String statement() {
        StringBuilder statement =
                new StringBuilder("select index, recorded, event, erased, entry from log_entry where index > $1");
        List<Filter> conditions = conditions();
        for (int i = 0; i < conditions.size(); i++) {
            statement
                    .append(" and ")
                    .append(conditions.get(i).column())
                    .append(" = $")
                    .append(i + 3);
        }
        return statement.append(" order by index limit $2").toString();
    }

    /** One record more than the page holds tells whether there is a next one. */
    Tuple parameters() {
        Tuple parameters = Tuple.tuple().addLong(after).addInteger(limit + 1);
        conditions().forEach(condition -> parameters.addString(condition.value()));
        return parameters;
    }

    private List<Filter> conditions() {
        List<Filter> conditions = new ArrayList<>(filters);
        if (sight instanceof Sight.Own own) {
            conditions.add(new Filter("partner", own.partner()));
        }
        return conditions;
    }
}

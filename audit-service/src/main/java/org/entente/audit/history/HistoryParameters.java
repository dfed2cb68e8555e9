package org.entente.audit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.entente.audit.history.HistoryQuery.Condition;
import org.entente.audit.history.HistoryQuery.Order;
import org.entente.http.Problem;
import org.entente.http.Rfc3339;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Filters as they come, all text, so that each is refused by name. */
record HistoryParameters(
        @RestQuery @Parameter(description = "Only what concerns this partner", example = "XBB") @Nullable String partner,

        @RestQuery @Parameter(description = "Only accesses of this person (`sub`)") @Nullable String person,

        @RestQuery @Parameter(description = "Only acts of this actor", example = "xbb-analyst@XBB") @Nullable String actor,

        @RestQuery @Parameter(description = "Only what happened to this asset") @Nullable String asset,

        @RestQuery
        @Parameter(description = "Only this type of event", example = "org.entente.access.decision.made.v1")
        @Nullable String kind,

        @RestQuery @Parameter(description = "Only decisions that were `permitted` or `denied`") @Nullable String result,

        @RestQuery @Parameter(description = "First instant, RFC 3339", example = "2026-11-01T00:00:00Z") @Nullable String from,

        @RestQuery @Parameter(description = "First instant no more, RFC 3339") @Nullable String until,

        @RestQuery @Parameter(description = "`oldest` (first) or `newest`", example = "newest") @Nullable String order) {

    private static final int LONGEST_VALUE = 255;

    /** Throws a 400 problem for a value without meaning. */
    HistoryQuery query(HistorySight sight) {
        List<Condition> conditions = new ArrayList<>();
        named().forEach((column, value) -> conditions.add(new Condition(column, checked(column, value))));
        if (result != null && !result.equals("permitted") && !result.equals("denied")) {
            throw Problem.badRequest("result", "is neither permitted nor denied");
        }
        Instant first = from == null ? null : Rfc3339.parse(from, "from");
        Instant end = until == null ? null : Rfc3339.parse(until, "until");
        if (first != null && end != null && !first.isBefore(end)) {
            throw Problem.badRequest("until", "is not after from");
        }
        return new HistoryQuery(sight, conditions, first, end, wanted());
    }

    /** What was asked for, by name. */
    Map<String, String> stated() {
        Map<String, String> stated = named();
        put(stated, "from", from);
        put(stated, "until", until);
        put(stated, "order", order);
        return stated;
    }

    private Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        put(named, "partner", partner);
        put(named, "person", person);
        put(named, "actor", actor);
        put(named, "asset", asset);
        put(named, "kind", kind);
        put(named, "result", result);
        return named;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private Order wanted() {
        if (order == null || order.equals("oldest")) {
            return Order.OLDEST;
        }
        if (order.equals("newest")) {
            return Order.NEWEST;
        }
        throw Problem.badRequest("order", "is neither oldest nor newest");
    }

    private static String checked(String field, String value) {
        boolean isText = !value.isEmpty()
                && value.length() <= LONGEST_VALUE
                && value.chars().noneMatch(Character::isISOControl);
        if (!isText) {
            throw Problem.badRequest(field, "is not a text of 1 to " + LONGEST_VALUE + " characters");
        }
        return value;
    }
}

package org.entente.catalog.taxii;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.catalog.board.Exchange;
import org.entente.catalog.discovery.Cursors;
import org.entente.catalog.shelf.Selection;
import org.entente.catalog.shelf.Selection.Extreme;
import org.entente.catalog.shelf.Selection.Versions;
import org.entente.catalog.shelf.Within;
import org.entente.catalog.taxii.Page.Item;
import org.entente.http.Problem;
import org.entente.http.Rfc3339;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants of a collection (TAXII 2.1, section 3.4). Parameters that the standard does not know are passed over,
 * as it asks.
 *
 * @param specified whether there is any object that can match, all here being of STIX 2.1
 */
record Filters(Instant after, int limit, List<String> ids, List<String> types, Versions versions, boolean specified) {
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 300;
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]*(--[0-9a-fA-F-]{36})?");

    /** The same for exactly one object. */
    Filters of(String id) {
        return new Filters(after, limit, List.of(id), List.of(), versions, specified);
    }

    /** The same for all versions of it. */
    Filters allVersions() {
        return new Filters(after, limit, ids, types, Versions.ALL, specified);
    }

    /**
     * What to look for on the shelf.
     *
     * @param aliases names on the shelf of objects that are asked for by others; their versions are others too, and are looked
     *     at {@linkplain #want later}
     * @param exchange which types of objects pass
     */
    Selection selection(Within within, Instant from, Map<String, String> aliases, Exchange exchange) {
        List<String> names = new ArrayList<>(ids);
        names.addAll(aliases.values());
        Versions looked = aliases.isEmpty() || versions.exact().isEmpty() ? versions : Versions.ALL;
        return new Selection(specified ? within : Within.NOTHING, from, names, exchange.narrowed(types), looked);
    }

    /** Whether that is asked for, by the name and, where it is not the shelf's, the version that its reader knows it by. */
    boolean want(Item item) {
        boolean isNamed = ids.isEmpty() || ids.contains(item.id());
        boolean isOfVersion = versions.exact().isEmpty()
                || !versions.extremes().isEmpty()
                || versions.exact().contains(item.version());
        return isNamed && isOfVersion;
    }

    /**
     * Those of a query.
     *
     * @param cursors of this query
     * @throws Problem 400 naming the parameter
     */
    static Filters of(MultivaluedMap<String, String> query, TaxiiConfig config, Cursors cursors) {
        String next = stated(query.getFirst("next"));
        Instant after = after(query);
        Instant from = next == null ? after : later(after, next(cursors, next));
        return new Filters(
                from,
                limit(query.getFirst("limit"), config),
                words(query, "match[id]"),
                words(query, "match[type]"),
                versions(values(query, "match[version]")),
                isSpecified(values(query, "match[spec_version]")));
    }

    /** Some clients name every parameter, with nothing in it where they mean none. */
    private static @Nullable String stated(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * What a cursor is bound to: everything but how many and from where. A cursor is a later place than {@code added_after},
     * which some clients leave out once they have one.
     */
    static List<String> bound(MultivaluedMap<String, String> query) {
        return List.of("match[id]", "match[type]", "match[version]", "match[spec_version]").stream()
                .map(name -> name + "=" + query.getOrDefault(name, List.of()))
                .toList();
    }

    private static Instant next(Cursors cursors, String next) {
        try {
            return cursors.read(next).registered();
        } catch (Problem foreign) {
            throw Problem.badRequest("next", "is not a place in this list");
        }
    }

    private static Instant after(MultivaluedMap<String, String> query) {
        String text = query.getFirst("added_after");
        return text == null ? Instant.EPOCH : Rfc3339.parse(text, "added_after").truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static int limit(@Nullable String text, TaxiiConfig config) {
        if (text == null) {
            return config.page();
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Problem.badRequest("limit", "must be a positive number");
        }
        return Math.min(Integer.parseInt(text), config.pageAtMost());
    }

    private static List<String> words(MultivaluedMap<String, String> query, String name) {
        List<String> words = values(query, name);
        if (!words.stream().allMatch(word -> WORD.matcher(word).matches())) {
            throw Problem.badRequest(name, "is not a list of identifiers or types");
        }
        return words;
    }

    private static List<String> values(MultivaluedMap<String, String> query, String name) {
        List<String> values = new ArrayList<>();
        for (String text : query.getOrDefault(name, List.of())) {
            values.addAll(List.of(text.split(",", -1)));
        }
        if (values.size() > MOST_VALUES || values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw Problem.badRequest(name, "has too many values, or too long a one");
        }
        return values;
    }

    private static Versions versions(List<String> values) {
        if (values.isEmpty()) {
            return Versions.NEWEST;
        }
        Set<Extreme> extremes = EnumSet.noneOf(Extreme.class);
        List<Instant> exact = new ArrayList<>();
        for (String value : values) {
            if (Set.of("first", "last", "all").contains(value)) {
                extremes.add(Extreme.valueOf(value.toUpperCase(Locale.ROOT)));
            } else {
                exact.add(Rfc3339.parse(value, "match[version]").truncatedTo(ChronoUnit.MICROS));
            }
        }
        return new Versions(extremes, exact);
    }

    private static boolean isSpecified(List<String> values) {
        return values.isEmpty() || values.contains("2.1") || values.contains("all");
    }
}

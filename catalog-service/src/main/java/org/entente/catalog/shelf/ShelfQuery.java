package org.entente.catalog.shelf;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.shelf.Selection.Extreme;

/**
 * The statement that finds a selection. An object that several assets hold in the same version is found once, where it came
 * first; versions are compared only with those that the reader could find as well. Which of several tearlines a reader gets is
 * decided, so each is looked at by itself.
 */
final class ShelfQuery {
    /** More than that, and looking into each label costs more than walking past what is not wanted. */
    private static final int FEW_LABELS = 64;

    private static final String LABELS = "~.label = any($1)";
    private static final String LABELS_OR_NAMED =
            "(~.label = any($1) or (~.asset, ~.label) in (select * from unnest(%s)))";
    /** What tearlines of several assets say in the same words under the same label, as of who made them, is said once. */
    private static final String SAID_AGAIN = "e.tearline is not null and e.asset <> s.asset and e.label = s.label"
            + " and e.marking = s.marking and e.object_version = s.object_version";

    private static final String NO_OTHER =
            "not exists (select from shelf e where e.object = s.object and e.first_hand and {e}"
                    + " and (s.tearline is null or e.tearline = s.tearline or " + SAID_AGAIN + ") and %s)";
    private static final String LATER = NO_OTHER.formatted(
            "(e.object_version > s.object_version or e.object_version = s.object_version and e.added < s.added)");
    private static final String EARLIER = NO_OTHER.formatted(
            "(e.object_version < s.object_version or e.object_version = s.object_version and e.added < s.added)");
    private static final String SAME = NO_OTHER.formatted("e.object_version = s.object_version and e.added < s.added");

    private final Selection selection;
    private final Tuple values = Tuple.tuple();
    private final String reach;
    private final String conditions;

    ShelfQuery(Selection selection, int limit) {
        this.selection = selection;
        values.addArrayOfString(texts(selection.within().labels()));
        values.addOffsetDateTime(at(selection.after()));
        values.addInteger(limit);
        List<Within.Pair> named = selection.within().pairs();
        this.reach = named.isEmpty() ? LABELS : LABELS_OR_NAMED.formatted(names(named));
        this.conditions = conditions().replace("{e}", reach.replace("~", "e"));
    }

    private String names(List<Within.Pair> named) {
        values.addArrayOfUUID(named.stream().map(Within.Pair::asset).toArray(UUID[]::new));
        String assets = name(values);
        values.addArrayOfString(named.stream().map(Within.Pair::label).toArray(String[]::new));
        return assets + "::uuid[], " + name(values) + "::text[]";
    }

    String sql() {
        String columns = ShelvedObject.COLUMNS;
        String found = "select " + columns + " from shelf s where %s and s.added > $2 and s.first_hand" + conditions
                + " order by s.added limit $3";
        boolean isByLabel = selection.within().named().isEmpty()
                && selection.within().labels().size() <= FEW_LABELS;
        return selection.ids().isEmpty() && isByLabel
                ? "select " + columns + " from unnest($1::text[]) as wanted (name) cross join lateral ("
                        + found.formatted("s.label = wanted.name") + ") found order by added limit $3"
                : found.formatted(reach.replace("~", "s"));
    }

    Tuple values() {
        return values;
    }

    private String conditions() {
        StringBuilder text = new StringBuilder();
        if (!selection.ids().isEmpty()) {
            text.append(" and s.object = any(").append(bind(selection.ids())).append(")");
        }
        if (!selection.types().isEmpty()) {
            text.append(" and s.type = any(").append(bind(selection.types())).append(")");
        }
        return text.append(versions()).toString();
    }

    private String versions() {
        List<String> any = new ArrayList<>();
        if (selection.versions().extremes().contains(Extreme.ALL)) {
            return " and " + SAME;
        }
        if (selection.versions().extremes().contains(Extreme.LAST)) {
            any.add(LATER);
        }
        if (selection.versions().extremes().contains(Extreme.FIRST)) {
            any.add(EARLIER);
        }
        if (!selection.versions().exact().isEmpty()) {
            OffsetDateTime[] exact =
                    selection.versions().exact().stream().map(ShelfQuery::at).toArray(OffsetDateTime[]::new);
            String name = name(values.addArrayOfOffsetDateTime(exact));
            any.add("((s.object_version = any(" + name + ") or s.object_version = 'epoch' and s.added = any(" + name
                    + ")) and " + SAME + ")");
        }
        return " and (" + String.join(" or ", any) + ")";
    }

    private String bind(Collection<String> texts) {
        return name(values.addArrayOfString(texts(texts)));
    }

    private static String name(Tuple bound) {
        return "$" + bound.size();
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

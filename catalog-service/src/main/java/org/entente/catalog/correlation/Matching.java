package org.entente.catalog.correlation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.shelf.OpenedObject;
import org.entente.catalog.shelf.ShelfReader;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.outbox.Outbox;

/** Finds matches as objects come, and tells each originator concerned that there is one. */
@ApplicationScoped
class Matching implements ShelfReader {
    private static final String DELETE = "delete from fingerprint where asset = any($1)";
    private static final String INSERT = """
            insert into fingerprint (asset, object, originator, kind, digest, holds, quiet)
            select asset, object, originator, kind, decode(digest, 'hex'), holds, quiet
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::boolean[])
            as n (asset, object, originator, kind, digest, holds, quiet) on conflict do nothing""";
    /**
     * Who holds something learns of it where another holds the same, or has sighted it, and that one is not quiet. What is
     * common is in thousands of objects, but of few nations: those are looked up one by one, for which the limits are.
     */
    private static final String NOTICE = """
            with recursive nation (code) as (
                select min(originator) from fingerprint
                union all
                select (select min(originator) from fingerprint where originator > code) from nation where code is not null),
            new as (
                select distinct kind, decode(digest, 'hex') as digest from unnest($1::text[], $2::text[]) as u (kind, digest)),
            holder as (
                select new.kind, new.digest, code from new cross join nation cross join lateral (
                    select from fingerprint f
                    where f.kind = new.kind and f.digest = new.digest and f.originator = code and f.holds limit 1) held),
            speaker as (
                select new.kind, new.digest, code from new cross join nation cross join lateral (
                    select from fingerprint f
                    where f.kind = new.kind and f.digest = new.digest and f.originator = code and not f.quiet
                          and f.holds = (f.kind <> 'sighting') limit 1) said)
            insert into match_notice (originator, kind, digest, found)
            select h.code, h.kind, h.digest, now() from holder h
            where exists (
                select from speaker s where s.kind = h.kind and s.digest = h.digest and s.code <> h.code)
            on conflict do nothing returning id, originator, kind""";

    private final Fingerprints fingerprints;
    private final MarkingPolicyStore policies;
    private final Outbox outbox;
    private final ObjectMapper json;

    Matching(Fingerprints fingerprints, MarkingPolicyStore policies, Outbox outbox, ObjectMapper json) {
        this.fingerprints = fingerprints;
        this.policies = policies;
        this.outbox = outbox;
        this.json = json;
    }

    private record Print(OpenedObject object, Feature feature, String digest, boolean quiet) {
        String kind() {
            return feature.kind().name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Uni<Void> forget(SqlConnection transaction, List<UUID> assets) {
        return transaction
                .preparedQuery(DELETE)
                .execute(Tuple.tuple().addArrayOfUUID(assets.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> read(SqlConnection transaction, List<OpenedObject> objects) {
        return policies.labels()
                .chain(vocabulary -> OffEventLoop.run(() -> prints(objects, vocabulary)))
                .chain(prints -> prints.isEmpty() ? Uni.createFrom().voidItem() : match(transaction, prints));
    }

    private List<Print> prints(List<OpenedObject> objects, Labels vocabulary) {
        Instant now = Instant.now();
        Map<String, Boolean> quiet = new HashMap<>();
        List<Print> prints = new ArrayList<>();
        for (OpenedObject object : objects) {
            boolean isQuiet = quiet.computeIfAbsent(
                    object.originator() + " " + object.label().id(),
                    key -> Quietness.isQuiet(
                            Label.of(object.label().json(json)), object.originator(), vocabulary, now));
            for (Feature feature : Features.of(object.content())) {
                prints.add(new Print(object, feature, HexFormat.of().formatHex(fingerprints.of(feature)), isQuiet));
            }
        }
        return prints;
    }

    private Uni<Void> match(SqlConnection transaction, List<Print> prints) {
        String[] kinds = prints.stream().map(Print::kind).toArray(String[]::new);
        String[] digests = prints.stream().map(Print::digest).toArray(String[]::new);
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(
                        prints.stream().map(print -> print.object().asset()).toArray(UUID[]::new))
                .addArrayOfString(
                        prints.stream().map(print -> print.object().id()).toArray(String[]::new))
                .addArrayOfString(prints.stream()
                        .map(print -> print.object().originator())
                        .toArray(String[]::new))
                .addArrayOfString(kinds)
                .addArrayOfString(digests)
                .addArrayOfBoolean(
                        prints.stream().map(print -> print.feature().holds()).toArray(Boolean[]::new))
                .addArrayOfBoolean(prints.stream().map(Print::quiet).toArray(Boolean[]::new));
        return transaction
                .preparedQuery(INSERT)
                .execute(rows)
                .chain(() -> transaction
                        .preparedQuery(NOTICE)
                        .execute(Tuple.tuple().addArrayOfString(kinds).addArrayOfString(digests)))
                .chain(found -> outbox.append(transaction, events(found)));
    }

    /** For the home side's eyes only: to the second it says when another's came. */
    private List<Event> events(RowSet<Row> notices) {
        List<Event> events = new ArrayList<>();
        notices.forEach(row -> events.add(Event.of(
                EventTypes.MATCH_FOUND,
                row.getUUID("id").toString(),
                null,
                null,
                json.createObjectNode()
                        .put("kind", row.getString("kind"))
                        .put("originator", row.getString("originator")))));
        return events;
    }
}

package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.entente.catalog.asset.SealedAsset.SealedPortion;
import org.entente.catalog.content.InternedLabel;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes new assets and new versions of them, whole or not at all, in the current transaction. */
@ApplicationScoped
class NewAssets {
    private final Outbox outbox;
    private final ObjectMapper json;

    NewAssets(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** Adds an asset with its first version, labels, portions and event. */
    Uni<Void> add(SealedAsset asset) {
        return new Asset(asset.id(), asset.originator(), asset.registered())
                .persistAndFlush()
                .chain(Panache::getSession)
                .call(session -> insertKey(session, asset))
                .call(session -> insertContent(session, asset))
                .call(session -> insertListing(session, asset))
                .chain(() -> outbox.append(event(EventTypes.ASSET_REGISTERED, asset)));
    }

    /**
     * Adds a version that supersedes the newest, one at a time; fails with a 404 problem where the asset is no more, 412
     * where another version came first.
     */
    Uni<Void> supersede(SealedAsset asset) {
        return Panache.getSession()
                .call(session -> requireNewest(session, asset))
                .call(session -> forgetWords(session, "search_posting", asset))
                .call(session -> forgetWords(session, "tearline_posting", asset))
                .call(session -> insertContent(session, asset))
                .call(session -> updateListing(session, asset))
                .chain(() -> outbox.append(event(EventTypes.ASSET_SUPERSEDED, asset)));
    }

    private static Uni<Integer> forgetWords(Mutiny.Session session, String table, SealedAsset asset) {
        return session.createNativeQuery("delete from " + table + " where asset = ?1")
                .setParameter(1, asset.id())
                .executeUpdate();
    }

    private static Uni<Void> requireNewest(Mutiny.Session session, SealedAsset asset) {
        return session.createNativeQuery("select version from listed_asset where asset = ?1 for update", Integer.class)
                .setParameter(1, asset.id())
                .getSingleResultOrNull()
                .invoke(newest -> {
                    if (newest == null) {
                        throw Problem.notFound();
                    }
                    if (newest != asset.version() - 1) {
                        throw Problem.preconditionFailed("Another version came first.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Integer> insertContent(Mutiny.Session session, SealedAsset asset) {
        return insertLabels(session, asset.labels().keySet())
                .chain(() -> insertVersion(session, asset))
                .chain(() -> insertLabelCounts(session, asset))
                .chain(() -> insertPortions(session, asset))
                .chain(() -> claimUploads(session, asset))
                .chain(() -> insertPostings(session, asset))
                .chain(() -> insertLabelSet(session, asset));
    }

    /** In the order of identifiers, so that two registrations never wait for each other. */
    private static Uni<Integer> insertLabels(Mutiny.Session session, Set<InternedLabel> labels) {
        return session.createNativeQuery("insert into label (id, document)"
                        + " select * from unnest(cast(?1 as text[]), cast(?2 as text[])) on conflict do nothing")
                .setParameter(1, texts(labels, InternedLabel::id))
                .setParameter(2, texts(labels, InternedLabel::document))
                .executeUpdate();
    }

    private static Uni<Integer> insertKey(Mutiny.Session session, SealedAsset asset) {
        return session.createNativeQuery("insert into asset_key (asset, wrapped, wrapped_with) values (?1, ?2, ?3)")
                .setParameter(1, asset.id())
                .setParameter(2, asset.key().bytes())
                .setParameter(3, asset.key().wrappedWith())
                .executeUpdate();
    }

    private static Uni<Integer> insertVersion(Mutiny.Session session, SealedAsset asset) {
        return session.createNativeQuery("insert into asset_version (asset, version, title, purpose_note, title_label,"
                        + " portions, sha256, seal, registered, actor, form)"
                        + " values (?1, ?2, ?3, cast(?4 as bytea), ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
                .setParameter(1, asset.id())
                .setParameter(2, asset.version())
                .setParameter(3, asset.text().title())
                .setParameter(4, asset.text().purposeNote())
                .setParameter(5, asset.text().label())
                .setParameter(6, asset.portions().size())
                .setParameter(7, asset.answer().sha256())
                .setParameter(8, asset.seals().portions())
                .setParameter(9, asset.edition().at())
                .setParameter(10, asset.actor())
                .setParameter(11, asset.form().wireName())
                .executeUpdate();
    }

    private static Uni<Integer> insertLabelCounts(Mutiny.Session session, SealedAsset asset) {
        return session.createNativeQuery("insert into asset_label (asset, version, label, portions)"
                        + " select ?1, ?2, * from unnest(cast(?3 as text[]), cast(?4 as integer[]))")
                .setParameter(1, asset.id())
                .setParameter(2, asset.version())
                .setParameter(3, texts(asset.labels().keySet(), InternedLabel::id))
                .setParameter(4, asset.labels().values().toArray(Integer[]::new))
                .executeUpdate();
    }

    /** All in one statement; the session knows arrays of text, but not of bytes. */
    private static Uni<Integer> insertPortions(Mutiny.Session session, SealedAsset asset) {
        List<SealedPortion> portions = asset.portions();
        return session.createNativeQuery("insert into portion (asset, version, seq, id, label, content)"
                        + " select ?1, ?2, number - 1, id, label, decode(content, 'base64')"
                        + " from unnest(cast(?3 as text[]), cast(?4 as text[]), cast(?5 as text[]))"
                        + " with ordinality as p(id, label, content, number)")
                .setParameter(1, asset.id())
                .setParameter(2, asset.version())
                .setParameter(3, texts(portions, SealedPortion::id))
                .setParameter(4, texts(portions, SealedPortion::label))
                .setParameter(5, texts(portions, portion -> Base64.getEncoder().encodeToString(portion.content())))
                .executeUpdate();
    }

    /** Each upload becomes part of one asset; from then on the portion alone holds its key. */
    private static Uni<Integer> claimUploads(Mutiny.Session session, SealedAsset asset) {
        String missing = asset.uploads().missing();
        if (missing != null) {
            throw Problem.badRequest(missing, "is no attachment that could be taken in");
        }
        List<UUID> uploads = asset.uploads().found();
        if (uploads.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return session.createNativeQuery("with claimed as (delete from attachment_key where id = any(?2) returning id)"
                        + " insert into attachment_use (attachment, asset) select id, ?1 from claimed")
                .setParameter(1, asset.id())
                .setParameter(2, uploads.toArray(UUID[]::new))
                .executeUpdate()
                .invoke(claimed -> {
                    if (claimed != uploads.size()) {
                        throw Problem.conflict("/attachments", "have one that was taken in meanwhile");
                    }
                });
    }

    private static Uni<Integer> insertPostings(Mutiny.Session session, SealedAsset asset) {
        Collection<Map.Entry<String, Integer>> postings = asset.postings().entrySet();
        return session.createNativeQuery("insert into search_posting (token, asset, seq)"
                        + " select decode(token, 'base64'), ?1, seq"
                        + " from unnest(cast(?2 as text[]), cast(?3 as integer[])) as p (token, seq)")
                .setParameter(1, asset.id())
                .setParameter(2, texts(postings, Map.Entry::getKey))
                .setParameter(3, postings.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .executeUpdate();
    }

    private static Uni<Integer> insertLabelSet(Mutiny.Session session, SealedAsset asset) {
        String[] labels = texts(asset.labels().keySet(), InternedLabel::id);
        return session.createNativeQuery("insert into label_set (labels, digest) select cast(?1 as text[]), ?2"
                        + " where not exists (select from label_set where digest = ?2) on conflict do nothing")
                .setParameter(1, labels)
                .setParameter(2, LabelSet.digest(List.of(labels)))
                .executeUpdate();
    }

    private static Uni<Integer> insertListing(Mutiny.Session session, SealedAsset asset) {
        return session.createNativeQuery("insert into listed_asset (asset, version, registered, label_set, seal)"
                        + " select ?1, ?2, ?3, id, ?4 from label_set where digest = ?5")
                .setParameter(1, asset.id())
                .setParameter(2, asset.version())
                .setParameter(3, asset.registered())
                .setParameter(4, asset.seals().labels())
                .setParameter(5, labelSet(asset))
                .executeUpdate();
    }

    private static Uni<Integer> updateListing(Mutiny.Session session, SealedAsset asset) {
        return session.createNativeQuery("update listed_asset l set version = ?2, label_set = s.id, seal = ?3"
                        + " from label_set s where l.asset = ?1 and s.digest = ?4")
                .setParameter(1, asset.id())
                .setParameter(2, asset.version())
                .setParameter(3, asset.seals().labels())
                .setParameter(4, labelSet(asset))
                .executeUpdate();
    }

    private static String labelSet(SealedAsset asset) {
        return LabelSet.digest(List.of(texts(asset.labels().keySet(), InternedLabel::id)));
    }

    private Event event(String type, SealedAsset asset) {
        RegisteredAsset answer = asset.answer();
        ObjectNode data = json.createObjectNode()
                .put("title", answer.title())
                .put("originator", answer.originator())
                .put("version", answer.version())
                .put("form", answer.form().wireName())
                .put("portions", answer.portions())
                .put("sha256", answer.sha256());
        data.set("banner", json.valueToTree(answer.banner()));
        return Event.of(type, asset.id().toString(), null, asset.actor(), data);
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}

package org.entente.catalog.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.KeyUse;
import org.entente.catalog.content.Place;
import org.entente.catalog.content.WrappedKey;
import org.entente.catalog.tearline.StoredTearline;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Created;
import org.entente.outbox.Outbox;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps releases, each with its record in one transaction; nothing of one changes. */
@ApplicationScoped
class Releases {
    private static final String PATH = "/catalog/releases/";
    private static final String INSERT = """
            insert into release (id, asset, version, made, actor, partner, recipient, purpose, decision, portions, terms,
                                 event, copy_number, wrapper, mark, mark_wrapped_with, manifest, package, package_bytes,
                                 package_sha256, tearline, substance, enclosed, enclosed_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as text[]), ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
                    cast(?21 as uuid), ?22, cast(?23 as text[]), cast(?24 as integer[]))
            """;

    private final MarkingChanges changes;
    private final KeyProvider keys;
    private final Outbox outbox;
    private final ObjectMapper json;

    Releases(MarkingChanges changes, KeyProvider keys, Outbox outbox, ObjectMapper json) {
        this.changes = changes;
        this.keys = keys;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * Keeps a package in the current transaction, from when on it may be fetched.
     *
     * @throws org.entente.http.Problem (as failure) 503 if the asset has changed since it was decided on
     */
    Uni<Created> add(Releasing.Made made) {
        Release release = release(made);
        return Panache.getSession()
                .chain(session -> changes.requireUnchanged(
                                session, made.opened().asset(), made.opened().change())
                        .chain(() -> insert(session, made, release)))
                .chain(() -> outbox.append(recorded(made, release)))
                .replaceWith(new Created(PATH + release.id(), release));
    }

    private static Release release(Releasing.Made made) {
        Draft draft = made.draft();
        StoredAsset asset = draft.holding().asset().orElseThrow();
        return new Release(
                draft.id(),
                asset.id(),
                asset.version(),
                draft.made(),
                draft.handing().recipient(),
                draft.handing().purpose(),
                draft.decision(),
                draft.terms().agreements(),
                draft.terms().obligations(),
                draft.marks().number(),
                file(draft.id(), made.packed().size(), made.packed().sha256()),
                Packing.receipt(draft.event()));
    }

    static Release.PackageFile file(UUID release, long bytes, String sha256) {
        return new Release.PackageFile(PATH + release + "/package", bytes, sha256);
    }

    private Uni<Integer> insert(Mutiny.Session session, Releasing.Made made, Release release) {
        Draft draft = made.draft();
        StoredTearline tearline = made.opened().tearline();
        WrappedKey mark = keys.wrap(draft.marks().secret(), KeyUse.RELEASE_MARK.binding(draft.id()));
        return session.createNativeQuery(INSERT)
                .setParameter(1, release.id())
                .setParameter(2, release.assetId())
                .setParameter(3, release.version())
                .setParameter(4, release.made())
                .setParameter(5, draft.handing().actor())
                .setParameter(6, draft.handing().partner())
                .setParameter(7, text(release.recipient()))
                .setParameter(8, release.purpose())
                .setParameter(9, release.decisionId())
                .setParameter(10, made.opened().shown().stream().map(Mark::id).toArray(String[]::new))
                .setParameter(11, text(draft.terms()))
                .setParameter(12, draft.event())
                .setParameter(13, draft.marks().number())
                .setParameter(14, draft.marks().wrapper())
                .setParameter(15, mark.bytes())
                .setParameter(16, mark.wrappedWith())
                .setParameter(17, made.packed().manifest())
                .setParameter(18, sealed(made, release))
                .setParameter(19, release.file().bytes())
                .setParameter(20, release.file().sha256())
                .setParameter(21, tearline == null ? null : tearline.id().toString())
                .setParameter(22, made.substance())
                .setParameter(
                        23, made.opened().attachments().stream().map(Mark::id).toArray(String[]::new))
                .setParameter(24, made.packed().frame().places().toArray(Integer[]::new))
                .executeUpdate();
    }

    private byte[] sealed(Releasing.Made made, Release release) {
        StoredAsset asset = made.draft().holding().asset().orElseThrow();
        byte[] manifest = made.packed().manifest().getBytes(StandardCharsets.US_ASCII);
        return asset.key(keys)
                .seal(
                        Place.release(asset.id(), asset.version(), release.id(), manifest),
                        made.packed().frame().bytes());
    }

    private Event recorded(Releasing.Made made, Release release) {
        Draft draft = made.draft();
        ObjectNode data = json.createObjectNode()
                .put("assetId", release.assetId().toString())
                .put("version", release.version())
                .put("person", release.recipient().person())
                .put("purpose", release.purpose())
                .put("decisionId", release.decisionId())
                .put("portions", made.opened().shown().size())
                .put("attachments", made.opened().attachments().size())
                .put("copyNumber", release.copyNumber())
                .put("manifestSha256", Digests.sha256(made.packed().manifest().getBytes(StandardCharsets.US_ASCII)))
                .put("packageSha256", release.file().sha256());
        StoredTearline tearline = made.opened().tearline();
        if (tearline != null) {
            data.put("tearline", tearline.id().toString());
        }
        return new Event(
                draft.event(),
                "/catalog",
                EventTypes.RELEASE_MADE,
                release.id().toString(),
                draft.made(),
                draft.handing().partner(),
                draft.handing().actor(),
                false,
                data);
    }

    private String text(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}

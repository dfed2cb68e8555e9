package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;

/** Turns a request into a version that can be stored. */
@ApplicationScoped
class Intake {
    private final Preparation preparation;
    private final Attachments attachments;
    private final EarlierVersions earlier;
    private final KeyProvider keys;

    Intake(Preparation preparation, Attachments attachments, EarlierVersions earlier, KeyProvider keys) {
        this.preparation = preparation;
        this.attachments = attachments;
        this.earlier = earlier;
        this.keys = keys;
    }

    /**
     * The version of a request; fails with a {@link org.entente.http.Problem} naming the field that is wrong.
     *
     * @param uploader whose uploads it may take in
     * @param newest the version that it supersedes
     */
    Uni<SealedAsset> prepare(byte[] body, Origin origin, String uploader, Optional<StoredAsset> newest) {
        return OffEventLoop.run(() -> preparation.read(body)).chain(registration -> attachments
                .of(registration.attached(), uploader, newest)
                .chain(attached -> earlier.of(newest, origin)
                        .chain(before -> OffEventLoop.run(() -> preparation.seal(
                                registration, new Making(origin, edition(origin, newest), before), attached)))));
    }

    private Edition edition(Origin origin, Optional<StoredAsset> newest) {
        return newest.map(stored -> Edition.after(stored, keys, origin.at()))
                .orElseGet(() -> Edition.first(origin.at()));
    }
}

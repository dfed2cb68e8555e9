package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.attachment.Attached;
import org.entente.catalog.attachment.Upload;
import org.entente.catalog.attachment.Uploads;
import org.entente.catalog.content.ChunkKey;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Place;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/** Finds the attachments that a request names: uploads of the caller, and those of the version before. */
@ApplicationScoped
class Attachments {
    private static final int ID_DIGITS = 12;

    private final Uploads uploads;
    private final StoredAssets assets;
    private final KeyProvider keys;
    private final ObjectMapper json;

    Attachments(Uploads uploads, StoredAssets assets, KeyProvider keys, ObjectMapper json) {
        this.uploads = uploads;
        this.assets = assets;
        this.keys = keys;
        this.json = json;
    }

    /** In the order of the request; fails with a 400 problem naming the one that is not there. */
    Uni<List<Attaching>> of(List<Attachment> named, String uploader, Optional<StoredAsset> newest) {
        if (named.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids =
                named.stream().map(Attachment::upload).filter(Objects::nonNull).toList();
        return uploads.find(ids, uploader).chain(found -> kept(named, newest)
                .map(kept -> attaching(
                        named, found.stream().collect(Collectors.toMap(Upload::id, Function.identity())), kept)));
    }

    private List<Attaching> attaching(List<Attachment> named, Map<UUID, Upload> found, Map<String, Attaching> kept) {
        List<Attaching> attaching = new ArrayList<>(named.size());
        Set<UUID> used = new HashSet<>();
        for (Attachment attachment : named) {
            String pointer = "/attachments/" + attaching.size();
            Attaching next = attachment.upload() == null
                    ? kept.get(attachment.keep())
                    : fresh(attachment, found.get(attachment.upload()));
            if (next == null || !used.add(next.attached().attachment())) {
                String field = attachment.upload() == null ? "/keep" : "/upload";
                throw Problem.badRequest(pointer + field, "is no attachment that could be taken in");
            }
            attaching.add(next);
        }
        return attaching;
    }

    private Attaching fresh(Attachment attachment, @Nullable Upload upload) {
        String portion =
                Attached.PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, ID_DIGITS);
        UUID id = Objects.requireNonNull(attachment.upload());
        String name = Objects.requireNonNull(attachment.name());
        Attached attached = upload == null
                ? new Attached(id, name, "", 0, "", 0, new byte[0])
                : new Attached(
                        id,
                        name,
                        upload.mediaType(),
                        upload.size(),
                        upload.sha256(),
                        upload.chunks(),
                        ChunkKey.unwrap(id, upload.key(), keys).bytes());
        return new Attaching(portion, Objects.requireNonNull(attachment.label()), attached, true, upload != null);
    }

    /** The attachments of the version before that the request keeps, by portion. */
    private Uni<Map<String, Attaching>> kept(List<Attachment> named, Optional<StoredAsset> newest) {
        Set<String> wanted = named.stream()
                .map(Attachment::keep)
                .filter(Objects::nonNull)
                .filter(portion -> portion.startsWith(Attached.PREFIX))
                .collect(Collectors.toSet());
        if (wanted.isEmpty() || newest.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        StoredAsset asset = newest.get();
        return assets.marks(asset.id(), newest).chain(marks -> {
            List<Mark> chosen =
                    marks.stream().filter(mark -> wanted.contains(mark.id())).toList();
            return assets.contents(asset, chosen).chain(contents -> assets.labels(asset.id(), newest)
                    .map(labels -> open(asset, chosen, contents, labels)));
        });
    }

    private Map<String, Attaching> open(
            StoredAsset asset, List<Mark> marks, Map<Integer, byte[]> contents, AssetLabels labels) {
        DataKey key = asset.key(keys);
        Map<String, Attaching> opened = new HashMap<>();
        for (Mark mark : marks) {
            byte[] label = labels.get(mark.label()).canonical();
            byte[] sealed = contents.get(mark.seq());
            if (sealed == null) {
                throw new IntegrityException(mark.id());
            }
            byte[] content = key.open(Place.portion(asset.id(), asset.version(), mark.id(), label), sealed);
            Label stated = Label.of(labels.get(mark.label()).json(json));
            opened.put(mark.id(), new Attaching(mark.id(), stated, attached(content), false, true));
        }
        return opened;
    }

    private Attached attached(byte[] content) {
        try {
            return json.readValue(content, Attached.class);
        } catch (IOException exception) {
            throw new IntegrityException("attachment");
        }
    }
}

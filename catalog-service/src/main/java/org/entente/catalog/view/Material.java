package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.catalog.asset.PortionReader;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.tearline.Part;
import org.entente.catalog.tearline.TearlineContent;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/** What a view is made from, opened as far as it may be shown. */
public final class Material {
    private final Opened opened;
    private final Sources sources;
    private final ObjectMapper json;
    private final PortionReader reader;
    private final @Nullable TearlineContent tearline;
    private final Instant now = Instant.now();
    private final Map<String, NormalLabel> normal = new HashMap<>();

    /**
     * What is needed beside what is stored with the asset.
     *
     * @param contents of the portions shown, sealed, by their place in the order
     * @param vocabulary in which labels are understood
     * @param serving masks; absent for the home side, which sees its own as it is
     */
    public record Sources(
            Map<Integer, byte[]> contents,
            Labels vocabulary,
            @Nullable Serving serving) {}

    /** @throws org.entente.catalog.content.IntegrityException if the asset is not as it was stored */
    public Material(Opened opened, Sources sources, KeyProvider keys, ObjectMapper json) throws IOException {
        this.opened = opened;
        this.sources = sources;
        this.json = json;
        this.reader = PortionReader.of(opened.asset(), opened.labels(), opened.all(), keys, json);
        this.tearline = opened.tearline() == null ? null : opened.tearline().open(reader.key(), json);
    }

    /** The title of the asset. */
    public String title() {
        return opened.asset().title(reader.key());
    }

    Opened opened() {
        return opened;
    }

    Labels vocabulary() {
        return sources.vocabulary();
    }

    @Nullable Serving serving() {
        return sources.serving();
    }

    JsonNode content(Mark mark) throws IOException {
        return reader.read(mark, sources.contents());
    }

    /** The parts of the tearline; none where none is shown. */
    List<Part> parts() {
        return tearline == null ? List.of() : tearline.parts();
    }

    /** What goes with the parts. */
    List<JsonNode> beside() {
        return tearline == null ? List.of() : tearline.beside();
    }

    /** The name of the tearline; empty where none is shown. */
    String tearlineId() {
        return opened.tearline() == null ? "" : opened.tearline().id().toString();
    }

    NormalLabel label(Mark mark) {
        return label(interned(mark));
    }

    InternedLabel interned(Mark mark) {
        return opened.labels().get(mark.label());
    }

    /** The label of the tearline, which must be there. */
    InternedLabel tearlineLabel() {
        if (opened.tearline() == null) {
            throw new IllegalStateException("There is no tearline.");
        }
        return opened.tearline().label().requireIntact();
    }

    NormalLabel label(InternedLabel label) {
        return normal.computeIfAbsent(label.id(), id -> sources.vocabulary()
                .normalise(Label.of(label.json(json)), opened.asset().originator(), now));
    }
}

package org.entente.catalog.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.catalog.content.Digests;
import org.entente.catalog.holding.RecipientLabels;
import org.entente.release.ReleasePackage;

/**
 * What goes along with attachments, whose bytes are not altered and so bear no mark: whose copies they are, and which files.
 *
 * @param enclosed the attachments that it is about
 */
@SuppressWarnings("ArrayRecordComponent") // made here, hashed and packed once
record CoverText(byte[] bytes, List<Enclosed> enclosed) {
    private static final String MEDIA_TYPE = "text/plain;charset=utf-8";

    /** Of a package with attachments; empty for one without. */
    static Optional<CoverText> of(Draft draft, List<Enclosed> enclosed) {
        if (enclosed.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(draft.notice())
                .append(
                        "\n\nThe files beside this one are as they were attached: their bytes are not altered, so they bear")
                .append(" no mark of their own.\nThis is what marks them; keep it with them. SHA-256 of each, copy ")
                .append(draft.marks().number())
                .append(":\n\n");
        enclosed.forEach(one -> text.append(one.enclosure().file().sha256())
                .append("  ")
                .append(one.entry().name().substring(ReleasePackage.ATTACHMENTS.length()))
                .append('\n'));
        return Optional.of(new CoverText(text.toString().getBytes(StandardCharsets.UTF_8), enclosed));
    }

    /** Binds it to the labels of all that it is about, and each of that to its own. */
    static void bind(Draft draft, List<Enclosed> enclosed, ArrayNode binding, RecipientLabels labels) {
        enclosed.forEach(one -> one.bind(binding, labels));
        of(draft, enclosed).ifPresent(cover -> {
            ObjectNode bound = binding.addObject()
                    .put("id", ReleasePackage.COVER)
                    .put("file", ReleasePackage.COVER)
                    .put("sha256", Digests.sha256(cover.bytes()));
            ArrayNode digests = bound.putArray("labels");
            labels.of(Enclosed.labels(enclosed)).forEach(digests::add);
        });
    }

    /** How the manifest lists it. */
    void list(ArrayNode files) {
        files.addObject()
                .put("name", ReleasePackage.COVER)
                .put("mediaType", MEDIA_TYPE)
                .put("size", bytes.length)
                .put("sha256", Digests.sha256(bytes));
    }
}

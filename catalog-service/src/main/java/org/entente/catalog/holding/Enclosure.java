package org.entente.catalog.holding;

import org.entente.catalog.asset.AttachmentStream;
import org.entente.catalog.attachment.Attached;

/**
 * An attachment that may go.
 *
 * @param portion that it is
 * @param label the identifier of the label that it stands under
 * @param source of its bytes
 */
public record Enclosure(String portion, String label, AttachmentStream.Source source) {
    public Attached file() {
        return source.attached();
    }
}

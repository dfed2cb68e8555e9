package org.entente.catalog.content;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a wrapped key is for: it opens for that only, and for that one thing only. */
public enum KeyUse {
    ASSET("entente.catalog.data-key.1 "),
    ATTACHMENT("entente.catalog.attachment-key.1 "),
    RELEASE_MARK("entente.catalog.release-mark.1 "),
    ROOT("entente.catalog.root-secret.1 ");

    private final String binding;

    KeyUse(String binding) {
        this.binding = binding;
    }

    /** The binding of the key of the thing of that identifier. */
    public byte[] binding(UUID id) {
        return (binding + id).getBytes(StandardCharsets.UTF_8);
    }
}

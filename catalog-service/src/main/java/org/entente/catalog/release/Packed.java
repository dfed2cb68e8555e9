package org.entente.catalog.release;

import org.entente.catalog.content.Digests;

/** A package, and the manifest in it. */
@SuppressWarnings("ArrayRecordComponent") // made here, hashed, sealed and sent
record Packed(byte[] archive, String manifest) {
    String sha256() {
        return Digests.sha256(archive);
    }
}
